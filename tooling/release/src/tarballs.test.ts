import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packAll } from "./pack.ts";
import { run } from "./run.ts";
import { startInstalled, type InstalledServer } from "./start-installed.ts";
import { releasedPackages } from "./workspace.ts";

const minuteMs = 60_000;
const version = releasedPackages().find(({ name }) => name === "ringtrail")?.version ?? "missing";

/** A stranger's empty folder, with every tarball installed and no install script run. */
let folder = "";
let program = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "ringtrail-tarballs-")));
  const project = join(folder, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const tarballs = packAll(join(folder, "tarballs"));
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  run("npm", ["install", "--ignore-scripts", ...quiet, ...tarballs], { cwd: project });
  program = join(project, "node_modules/.bin/ringtrail");
}, 10 * minuteMs);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the installed server", () => {
  let server: InstalledServer;
  let url = "";

  beforeAll(async () => {
    server = await startInstalled(join(folder, "project"));
    ({ url } = server);
  }, 3 * minuteMs);
  afterAll(() => server.stop());

  test("says the version of its package", async () => {
    const health = await fetch(`${url}/healthz`);

    expect(await health.json()).toEqual({ status: "alive", version });
  });

  test("is ready: migrated, with its jobs and the recording law inside", async () => {
    const ready = await fetch(`${url}/readyz`);

    expect(await ready.json()).toMatchObject({
      status: "ready",
      checks: { database: "ready", jobs: "ready", ruleSet: "ready" },
    });
  });

  test.each([
    ["/console/", "text/html", /<script/],
    ["/demo", "text/html", /tel:\+1/],
    ["/snippet/latest/ringtrail.js", "javascript", new RegExp(`Ringtrail ${version.replaceAll(".", "\\.")}`)],
    ["/openapi.json", "application/json", /"openapi":\s*"3\.1/],
    ["/docs", "text/html", /openapi\.json/],
  ])("hands out %s", async (path, type, words) => {
    const answer = await fetch(url + path);

    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, expect.stringContaining(type)]);
    expect(await answer.text()).toMatch(words);
  });

  test("stops on SIGTERM with 0 and leaves no database running", async () => {
    expect(await server.stop()).toEqual({ code: 0, signal: null });

    expect(existsSync(join(server.data, "postgres/postmaster.pid"))).toBe(false);
    expect(runningIn(server.data)).toEqual([]);
  });
});

/** Processes whose working folder lies below this one: where PostgreSQL's always lies. */
function runningIn(data: string): readonly string[] {
  if (!existsSync("/proc")) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => workingFolder(pid)?.startsWith(data));
}

function workingFolder(pid: string): string | undefined {
  try {
    return realpathSync(`/proc/${pid}/cwd`);
  } catch {
    // It has ended, or it is somebody else's.
    return undefined;
  }
}

describe("the installed command line", () => {
  test.each(["18.20.0", "20.19.4", "22.17.1"])("on Node %s: one plain sentence, and 1", (old) => {
    const pretend = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${old}" } })`;
    const args = ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`, realpathSync(program), "start"];

    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });

    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `Ringtrail needs Node 22.18 or newer, and this is Node ${old}: install a newer Node and try again.\n`,
    );
  });

  test.each(["start", "call", "doctor", "keys create", "export", "seed"])("says by an example how to %s", (command) => {
    const help = spawnSync(program, [...command.split(" "), "--help"], { encoding: "utf8" });

    expect([help.status, help.stdout]).toEqual([0, expect.stringContaining(`ringtrail ${command}`)]);
    expect(help.stdout).toMatch(/^Examples?:/m);
  });
});
