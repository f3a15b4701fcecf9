import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseUser } from "./choose-user.ts";
import { findBinaries } from "./find-binaries.ts";
import { prepareBinaries } from "./prepare-binaries.ts";
import { readFailure } from "./read-failure.ts";
import { startEmbedded } from "./start-embedded.ts";

const base = mkdtempSync(path.join(tmpdir(), "ringtrail-refuse-"));
const whole = path.join(base, "whole", "postgres");

beforeAll(async () => {
  const made = await startEmbedded({ folder: whole, ephemeral: true });
  if (made.ok) await made.value.stop();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A copy of a good cluster, to be spoiled. */
function aCluster(name: string): string {
  cpSync(path.dirname(whole), path.join(base, name), { recursive: true });
  return path.join(base, name, "postgres");
}

async function refusal(folder: string, roomBytes?: number): Promise<unknown> {
  const answer = await startEmbedded({ folder, ephemeral: true, ...(roomBytes === undefined ? {} : { roomBytes }) });
  if (!answer.ok) return answer.reason;
  await answer.value.stop();
  return undefined;
}

test("a folder with other files is left alone", async () => {
  const folder = path.join(base, "foreign");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "holiday.jpg"), "x");

  expect(await refusal(folder)).toMatchObject({ code: "data_folder_foreign", folder });
  expect(readFileSync(path.join(folder, "holiday.jpg"), "utf8")).toBe("x");
});

test("a cluster of another major version is named and not touched", async () => {
  const folder = aCluster("older");
  writeFileSync(path.join(folder, "PG_VERSION"), "16\n");

  expect(await refusal(folder)).toMatchObject({
    code: "data_folder_wrong_version",
    folder,
    facts: { madeBy: "16", needed: "18" },
  });
});

test("a damaged control file is reported with the folder and what to do", async () => {
  const folder = aCluster("damaged");
  const control = path.join(folder, "global", "pg_control");
  const bytes = readFileSync(control);
  bytes.fill(0, 0, 256);
  writeFileSync(control, bytes);

  expect(await refusal(folder)).toMatchObject({
    code: "data_folder_corrupt",
    folder,
    fix: expect.stringContaining("Restore it from a backup"),
  });
});

test("a cluster without its write-ahead log is damaged", async () => {
  const folder = aCluster("no-wal");
  rmSync(path.join(folder, "pg_wal"), { recursive: true });

  expect(await refusal(folder)).toMatchObject({ code: "data_folder_corrupt", folder });
});

test("a lost password file is named before the server starts", async () => {
  const folder = aCluster("no-password");
  rmSync(path.join(folder, "ringtrail.superuser-password"));

  expect(await refusal(folder)).toMatchObject({ code: "data_folder_password_missing", folder });
});

test("a full disk is noticed before a cluster is made", async () => {
  const folder = path.join(base, "full", "postgres");

  expect(await refusal(folder, 1e18)).toMatchObject({ code: "disk_full", folder, facts: { neededBytes: 1e18 } });
  expect(existsSync(folder)).toBe(false);
});

test("a disk that fills up while the server starts is called full, not damaged", () => {
  const words = 'FATAL:  could not write to file "pg_wal/xlogtemp.1": No space left on device';

  expect(readFailure(words, "/data").reason).toMatchObject({ code: "disk_full", folder: "/data" });
});

test("a lock file of a process that is no server any more does not block the start", async () => {
  const folder = aCluster("stale-lock");
  writeFileSync(path.join(folder, "postmaster.pid"), `${process.ppid}\n${folder}\n1\n5432\n\n127.0.0.1\n\n`);

  expect(await refusal(folder)).toBeUndefined();
});

test("a system without published binaries is told to use DATABASE_URL", () => {
  expect(findBinaries("sunos", "sparc")).toMatchObject({
    ok: false,
    reason: { code: "postgres_binaries_missing", fix: expect.stringContaining("DATABASE_URL") },
  });
});

test.runIf(process.getuid?.() === 0)("root that may become nobody else is told to use DATABASE_URL", () => {
  const native = findBinaries();

  expect(native.ok && chooseUser(native.value, [])).toMatchObject({
    reason: { code: "postgres_needs_another_user", fix: expect.stringContaining("DATABASE_URL") },
  });
});

test("blocked install scripts: links and execute bits are made by us", () => {
  const native = findBinaries();
  if (!native.ok) throw new Error(native.reason.fix);
  const bare = path.join(base, "bare");
  // What npm unpacks: no links, and the modes of the archive.
  cpSync(native.value, bare, {
    recursive: true,
    filter: (from) => !/\.so(\.\d+)?$/.test(from) || !isLink(from, native.value),
  });
  for (const name of ["postgres", "initdb", "pg_ctl"]) chmodSync(path.join(bare, "bin", name), 0o644);

  expect(prepareBinaries(bare, base)).toBe(bare);
  expect(chooseUser(bare)).toMatchObject({ ok: true });
});

function isLink(file: string, native: string): boolean {
  const list: readonly { readonly target: string }[] = JSON.parse(
    readFileSync(path.join(native, "pg-symlinks.json"), "utf8"),
  );
  return list.some(({ target }) => path.join(native, "..", target) === file);
}
