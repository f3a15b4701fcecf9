import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { aDatabase } from "../../testing/a-database.ts";
import { aCarrierFor, aFolder, aServer } from "../../testing/a-running-server.ts";
import { bareEnvironment } from "../../testing/bare-environment.ts";

// Each command is a process of its own, and a busy machine runs many.
vi.setConfig({ testTimeout: 240_000 });

const program = fileURLToPath(new URL("../../bin/ringtrail.mjs", import.meta.url));
const guide = readFileSync(new URL("../../../../docs/guides/export.md", import.meta.url), "utf8");
const caller = "+12125550188";

/** The demo after one recorded call, and its command line. */
async function afterOneCall() {
  const { url: databaseUrl } = await aDatabase();
  const dataFolder = aFolder();
  const server = await aServer({ databaseUrl, dataFolder });
  const carrier = await aCarrierFor(server);
  await carrier.call({ from: caller, to: "+14155550121", talkSeconds: 3 });
  const { account } = carrier.seeded;
  const recordings = async () => {
    const page = await server.deps.calls.list(account, { cursor: undefined, limit: 1 });
    const [call] = page.ok ? page.value.calls : [];
    return call && (await server.deps.care.recordingOf(account, call.id));
  };
  await expect.poll(recordings, { timeout: 120_000 }).toBeDefined();
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_FOLDER: dataFolder };
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [program, "export", ...args], { encoding: "utf8", env });
  return { run, out: path.join(aFolder(), "out"), server, account };
}

/** Every file below a folder with its text, by its path. */
function texts(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const plain = files.filter((file) => statSync(path.join(folder, file)).isFile());
  return new Map(plain.toSorted().map((file) => [file, readFileSync(path.join(folder, file), "latin1")]));
}

const rows = (text = ""): readonly Record<string, unknown>[] =>
  text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

test("without --care the call and its credit come out, and who called does not", async () => {
  const { run, out, server, account } = await afterOneCall();

  const { status, stderr, stdout } = run("--account", "Demo", "--out", out, "--json");

  expect(status, stderr).toBe(0);
  const files = texts(out);
  expect(rows(files.get("calls.ndjson"))).toHaveLength(1);
  expect(rows(files.get("consent_proofs.ndjson"))).not.toHaveLength(0);
  expect([...files.values()].join("\n")).not.toContain(caller.slice(1));
  expect([...files.keys()].filter((file) => file.startsWith("care"))).toEqual([]);
  expect(JSON.parse(stdout)).toMatchObject({ ...JSON.parse(files.get("manifest.json") ?? ""), folder: out });
  expect(await server.deps.accounts.auditLog(account, 1)).toMatchObject([{ actor: "cli", action: "account.export" }]);
});

test("with --care the caller and the sound come out, readable by the owner alone, and the log says so", async () => {
  const { run, out, server, account } = await afterOneCall();

  const { status, stderr } = run("--out", out, "--care");

  expect(status, stderr).toBe(0);
  const files = texts(out);
  const [recording] = rows(files.get("care/recordings.ndjson"));
  const sound = files.get(`care/sounds/${String(recording?.["id"])}.wav`);
  expect(rows(files.get("care/callers.ndjson"))).toMatchObject([{ number: caller }]);
  expect([sound?.slice(0, 4), sound?.length]).toEqual(["RIFF", recording?.["size"]]);
  expect(statSync(path.join(out, "care/callers.ndjson")).mode & 0o077).toBe(0);
  expect(await server.deps.accounts.auditLog(account, 1)).toMatchObject([{ action: "account.export_with_care" }]);
  const manifest = JSON.parse(files.get("manifest.json") ?? "");
  expect(manifest).toMatchObject({ care: true, soundsMissing: [] });

  // The proof travels with the recording: a page for people, a file that is verified where no server is.
  const proof = `care/proofs/${String(recording?.["id"])}`;
  expect(manifest.proofs.map(({ file }: { file: string }) => file)).toEqual([`${proof}.json`, `${proof}.html`]);
  expect(files.get(`${proof}.html`)).toContain(String(recording?.["sha256"]));
  const verify = [program, "consent", "verify", "--file", path.join(out, `${proof}.json`)];
  const verified = spawnSync(process.execPath, verify, { encoding: "utf8", env: { ...bareEnvironment } });
  expect([verified.status, verified.stdout]).toEqual([0, expect.stringContaining("proofs, unbroken")]);

  const documented = [...guide.matchAll(/^\| `([\w/]+\.ndjson)`\s*\|[^|]*\|([^|]*)\|$/gm)].map(
    ([, file = "", columns = ""]) => {
      const named = [...columns.matchAll(/`(\w+)`/g)].map(([, column = ""]) => column);
      return [file, ["account_id", ...named].toSorted()] as const;
    },
  );
  expect(documented.map(([file]) => file).toSorted()).toEqual(
    [...files.keys()].filter((file) => file.endsWith(".ndjson")),
  );
  for (const [file, columns] of documented) {
    for (const row of rows(files.get(file))) expect(Object.keys(row).toSorted(), file).toEqual(columns);
  }
});

test("a folder that holds something is refused, and an unknown account is named with those there are", async () => {
  const { run, out } = await afterOneCall();
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, "mine.txt"), "");

  expect(run("--out", out)).toMatchObject({ status: 1, stderr: expect.stringContaining("export_folder_not_empty: ") });
  expect(run("--out", `${out}-2`, "--account", "Nobody")).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/account_unknown: .*Nobody[\s\S]*Demo/),
  });
  expect(readdirSync(out)).toEqual(["mine.txt"]);
});
