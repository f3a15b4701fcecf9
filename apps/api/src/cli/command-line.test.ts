import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { bareEnvironment } from "../../testing/bare-environment.ts";

const program = fileURLToPath(new URL("../../bin/ringtrail.mjs", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-cli-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a person does; an environment of its own, so that ours changes nothing. */
function ringtrail(args: readonly string[], node: readonly string[] = [], set: NodeJS.ProcessEnv = {}) {
  const env = { ...bareEnvironment, DATA_FOLDER: folder, HOME: folder, ...set };
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, program, ...args], {
    encoding: "utf8",
    env,
  });
  return { status, stdout, stderr };
}

describe("help", () => {
  test("prints every command with examples on stdout", () => {
    const { status, stdout } = ringtrail(["help"]);
    expect(status).toBe(0);
    for (const command of ["start", "call", "doctor", "keys", "seed"]) expect(stdout).toContain(`\n  ${command}`);
    expect(stdout).toContain("Examples:");
  });

  test.each(["start", "call", "keys", "seed"])("of %s says what it does", (command) => {
    const { status, stdout } = ringtrail(["help", command]);
    expect(status).toBe(0);
    expect(stdout).toContain(`Usage: ringtrail ${command}`);
  });

  test("an unknown command is said, with where to look", () => {
    const { status, stdout, stderr } = ringtrail(["strat"]);
    expect(status).not.toBe(0);
    expect(stdout).toBe("");
    expect(stderr).toContain("strat");
    expect(stderr).toContain("ringtrail help");
  });
});

test("an old Node is told in one plain sentence", () => {
  const old =
    'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"18.20.0"}})';
  const { status, stderr } = ringtrail(["help"], ["--import", old]);
  expect(status).toBe(1);
  expect(stderr.trim().split("\n")).toEqual([
    "Ringtrail needs Node 22.18 or newer, and this is Node 18.20.0: install a newer Node and try again.",
  ]);
});

test("version prints the version and nothing else; in JSON it is one document", () => {
  expect(ringtrail(["version"]).stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  expect(JSON.parse(ringtrail(["--json", "version"]).stdout)).toEqual({
    version: ringtrail(["version"]).stdout.trim(),
    node: process.versions.node,
  });
});

describe("bad input", () => {
  test("a length of talk or a life of days that is no number is refused", () => {
    const keys = ["keys", "create", "--name", "x", "--scopes", "calls:read", "--days", "soon"];
    expect(ringtrail(keys)).toMatchObject({ status: 1, stderr: expect.stringContaining("from 1 to 3650") });
    expect(ringtrail(["call", "+14155550101", "--talk", "long"]).stderr).toContain("from 0 to 600");
  });

  test("a server elsewhere is not asked without a key, and one that is silent is named", () => {
    const call = ["call", "+14155550101", "--server", "http://127.0.0.1:9"];
    expect(ringtrail(call).stderr).toMatch(/^key_missing: /);
    expect(ringtrail(call, [], { RINGTRAIL_KEY: "rt_x" }).stderr).toMatch(/^server_unreachable: /);
  });

  test("call without a running demo says how to start one, and nothing on stdout", () => {
    const { status, stdout, stderr } = ringtrail(["call", "+14155550101"]);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toBe(
      "fake_carrier_absent: No fake carrier runs for this data folder.\nStart the demo with: ringtrail start.\n",
    );
  });

  test("a number that is none is refused", () => {
    expect(ringtrail(["call", "12"]).stderr).toContain("Write it with country code");
  });

  test("in JSON an error is one document with its permanent code", () => {
    const { status, stdout, stderr } = ringtrail(["call", "+14155550101", "--json"]);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "fake_carrier_absent" } });
  });

  test("a scope nobody knows is refused with the ones there are", () => {
    expect(ringtrail(["keys", "create", "--name", "x", "--scopes", "calls:delete"]).stderr).toContain("calls:read");
  });
});

describe("on an empty data folder", { timeout: 60_000 }, () => {
  test("seed makes the demo, and a second time changes nothing", () => {
    const [first, second] = [ringtrail(["seed", "--json"]), ringtrail(["seed", "--json"])];
    expect(first.stderr).toBe("");
    expect(JSON.parse(second.stdout)).toEqual(JSON.parse(first.stdout));
  });

  test("keys create shows the secret once; the database holds only its hash", () => {
    const { status, stdout } = ringtrail([
      "keys",
      "create",
      "--name",
      "reports",
      "--scopes",
      "calls:read,pools:read",
      "--json",
    ]);
    expect(status).toBe(0);
    const key = JSON.parse(stdout);
    expect(key).toMatchObject({
      name: "reports",
      scopes: ["calls:read", "pools:read"],
      secret: expect.stringMatching(/^rt_/),
    });
    expect(readFileSync(path.join(folder, "postgres.log"), "utf8")).not.toContain(key.secret);
  });

  test("an account nobody knows is named, with the ones there are", () => {
    const { stderr } = ringtrail(["keys", "create", "--name", "x", "--scopes", "calls:read", "--account", "Nobody"]);
    expect(stderr).toContain("account_unknown: No account is called Nobody.");
    expect(stderr).toContain("Accounts here: Demo.");
  });
});
