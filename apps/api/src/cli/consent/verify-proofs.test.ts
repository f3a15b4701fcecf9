import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { expect, test, vi } from "vitest";
import { aDatabase } from "../../../testing/a-database.ts";
import { aCarrierFor, aFolder, aServer } from "../../../testing/a-running-server.ts";
import { bareEnvironment } from "../../../testing/bare-environment.ts";

// Each command is a process of its own, and a busy machine runs many.
vi.setConfig({ testTimeout: 240_000 });

const program = fileURLToPath(new URL("../../../bin/ringtrail.mjs", import.meta.url));

/** The demo after two calls, its command line, and somebody who may write to the database as they like. */
async function afterTwoCalls() {
  const { url: databaseUrl } = await aDatabase();
  const dataFolder = aFolder();
  const server = await aServer({ databaseUrl, dataFolder });
  const carrier = await aCarrierFor(server);
  for (const to of ["+14155550121", "+14155550121"]) await carrier.call({ to, talkSeconds: 1 });
  const env = { ...process.env, DATABASE_URL: databaseUrl, DATA_FOLDER: dataFolder };
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [program, ...args], { encoding: "utf8", env });
  const meddle = async (statement: string) => {
    const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
    await sql.unsafe(
      `alter table ringtrail.consent_proofs disable trigger user, no force row level security; ${statement}`,
    );
    await sql.end();
  };
  return { run, meddle };
}

test("a chain is whole; then a proof is rewritten behind the store's back, and it is named with its call", async () => {
  const { run, meddle } = await afterTwoCalls();
  const whole = run("consent", "verify");
  await meddle("update ringtrail.consent_proofs set wording = 'as we wish' where sequence = 2");

  const broken = run("consent", "verify");
  const document = JSON.parse(run("consent", "verify", "--account", "Demo", "--json").stdout);

  expect(whole.status, whole.stderr).toBe(0);
  expect(whole.stdout).toMatch(/^Demo: \d+ proofs, unbroken\. The last is \d+, [0-9a-f]{64}$/m);
  expect(broken.status).toBe(1);
  expect(broken.stdout).toMatch(
    /^Demo: broken at proof 2 \(call [0-9a-f-]{36}\): what it says is not what was hashed\.$/m,
  );
  expect(document).toMatchObject({ ok: false, chains: [{ of: "Demo", broken: { sequence: 2, why: "rewritten" } }] });
});

test("an export is verified without the server; a line that was rewritten or taken out is named", async () => {
  const { run } = await afterTwoCalls();
  const out = path.join(aFolder(), "out");
  run("export", "--account", "Demo", "--out", out);
  const file = path.join(out, "consent_proofs.ndjson");
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const verify = (kept: readonly string[]) => {
    writeFileSync(file, `${kept.join("\n")}\n`);
    return spawnSync(process.execPath, [program, "consent", "verify", "--file", out], {
      encoding: "utf8",
      env: { ...bareEnvironment, DATA_FOLDER: aFolder() },
    });
  };

  expect(lines.length).toBeGreaterThan(3);
  expect(verify(lines)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(`${lines.length} proofs, unbroken`),
  });
  const loosened = lines.map((line) => line.replace('"applied": "announce"', '"applied": "silent"'));
  expect(loosened).not.toEqual(lines);
  expect(verify(loosened)).toMatchObject({ status: 1, stdout: expect.stringContaining("broken at proof 1 (call") });
  expect(verify(lines.toSpliced(1, 1))).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("broken at proof 2: it is not there."),
  });
});

test("a file that holds no proofs is one plain failure", () => {
  const file = path.join(aFolder(), "mine.json");
  writeFileSync(file, "{}");
  const verify = (given: string) =>
    spawnSync(process.execPath, [program, "consent", "verify", "--file", given], { encoding: "utf8" });

  expect(verify(file)).toMatchObject({
    status: 1,
    stdout: "",
    stderr: expect.stringMatching(/^proof_file_malformed: /),
  });
  expect(verify(`${file}.not`).stderr).toMatch(/^proof_file_unreadable: /);
});
