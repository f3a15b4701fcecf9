import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";

const bin = fileURLToPath(new URL("../../bin/ringtrail-fake-carrier.mjs", import.meta.url));

function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [bin, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

test("the command says where it listens, in one line of JSON, and dies with its parent's pipe", async () => {
  const child = start("--speed", "20", "--account", "AC1:a:secret", "--parent-pipe");
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const { url } = JSON.parse(line) as { url: string };

  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const headers = { authorization: `Basic ${btoa("AC1:a:secret")}` };
  expect((await fetch(`${url}/2010-04-01/Accounts/AC1/Calls.json`, { headers })).status).toBe(200);
  child.stdin.end();
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("the command outlives a closed input when nobody tied it to one, and ends when asked", async () => {
  const child = start();
  child.stdin.end();
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const { url } = JSON.parse(line) as { url: string };
  expect((await fetch(`${url}/fake/calls`)).status).toBe(200);
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test.each([
  [["--speed", "fast"], "--speed wants a number of at least 0.01."],
  [["--account", "AC1"], "--account wants SID:TOKEN (token is missing)."],
])("a wrong option is explained: %j", async (args, why) => {
  const child = start(...args);
  const [line] = (await once(createInterface(child.stderr), "line")) as [string];
  expect(line).toBe(why);
  expect(await once(child, "exit")).toEqual([2, null]);
});
