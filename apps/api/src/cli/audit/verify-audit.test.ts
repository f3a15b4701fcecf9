import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { instant } from "@ringtrail/core";
import { createStores } from "@ringtrail/database";
import { must } from "@ringtrail/database/testing";
import postgres from "postgres";
import { expect, test, vi } from "vitest";
import { aDatabase } from "../../../testing/a-database.ts";
import { aFolder } from "../../../testing/a-running-server.ts";
import { bareEnvironment } from "../../../testing/bare-environment.ts";

// Each command is a process of its own, and a busy machine runs many.
vi.setConfig({ testTimeout: 240_000 });

const program = fileURLToPath(new URL("../../../bin/ringtrail.mjs", import.meta.url));

/** An account with three entries in its log, and the command line on its database. */
async function aLog() {
  const { url } = await aDatabase();
  const folder = aFolder();
  const keys = { file: path.join(folder, "keys", "master.key") };
  const { accounts, close } = must(
    await createStores({ url, keys, recordingsFolder: path.join(folder, "recordings"), answerTimeoutMs: 20_000 }),
  );
  const shop = await accounts.createAccount("Shop");
  const entry = { actor: "user:1", action: "recording.played", facts: { whole: true }, at: instant(1_795_600_000_000) };
  for (const nth of [1, 2, 3]) await accounts.audit(shop, { ...entry, object: `recording:${nth}` });
  await close();
  const env = { ...process.env, DATABASE_URL: url, DATA_FOLDER: folder };
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [program, ...args], { encoding: "utf8", env });
  const meddle = async (statement: string) => {
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    await sql.unsafe(`alter table ringtrail.audit_log disable trigger user, no force row level security; ${statement}`);
    await sql.end();
  };
  return { run, meddle };
}

test("a log is whole; then an entry is taken out behind the store's back, and the first gap is named", async () => {
  const { run, meddle } = await aLog();
  const whole = run("audit", "verify");
  const out = path.join(aFolder(), "out");
  expect(run("export", "--account", "Shop", "--out", out).status).toBe(0);

  await meddle("delete from ringtrail.audit_log where sequence = 2");
  const broken = run("audit", "verify", "--account", "Shop", "--json");

  expect(whole.status, whole.stderr).toBe(0);
  expect(whole.stdout).toMatch(/^Shop: 3 entries, unbroken\. The last is [0-9a-f]{64}$/m);
  expect(broken.status).toBe(1);
  expect(JSON.parse(broken.stdout)).toMatchObject({
    ok: false,
    logs: [{ of: "Shop", end: { sequence: 1 }, broken: { sequence: 2, why: "missing" } }],
  });

  const verifyFile = () =>
    spawnSync(process.execPath, [program, "audit", "verify", "--file", out], {
      encoding: "utf8",
      env: { ...bareEnvironment, DATA_FOLDER: aFolder() },
    });
  expect(verifyFile()).toMatchObject({ status: 0, stdout: expect.stringContaining("4 entries, unbroken") });
  const file = path.join(out, "audit_log.ndjson");
  writeFileSync(file, readFileSync(file, "utf8").replace('"recording:3"', '"recording:1"'));
  expect(verifyFile()).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("broken at entry 3: what it says is not what was hashed."),
  });
});
