import { spawnSync } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { aFolder } from "../../testing/a-running-server.ts";

const program = fileURLToPath(new URL("../../bin/ringtrail.mjs", import.meta.url));

function runDoctor(env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const dataFolder = path.join(aFolder(), "data");
  const settings = { DATABASE_URL: "", PUBLIC_URL: "", PORT: "1", DATA_FOLDER: dataFolder, ...env };
  return spawnSync(process.execPath, [program, ...args], { encoding: "utf8", env: { ...process.env, ...settings } });
}

test("a problem ends with 1, in lines that say what to do", () => {
  const { status, stdout } = runDoctor({ DATABASE_URL: "postgres://owner:s3cret@127.0.0.1:1/ringtrail" }, "doctor");

  expect(status).toBe(1);
  expect(stdout).toMatch(/^problem {2}database .*ECONNREFUSED/m);
  expect(stdout).toMatch(/-> Check DATABASE_URL/);
  expect(stdout).not.toContain("s3cret");
});

test("--json is one document and nothing else", () => {
  const { status, stdout } = runDoctor({}, "doctor", "--json");
  const said: { ok: boolean; findings: { check: string; state: string }[] } = JSON.parse(stdout);

  expect(said.ok).toBe(status === 0);
  expect(said.findings).toContainEqual(expect.objectContaining({ check: "database", state: "note" }));
});

test("a setting that cannot be read is named before anything is looked at", () => {
  const { status, stderr } = runDoctor({ TRUSTED_PROXIES: "the proxy" }, "doctor");

  expect([status, stderr]).toEqual([1, expect.stringMatching(/^setting_wrong: TRUSTED_PROXIES/)]);
});
