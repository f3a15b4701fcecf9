import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { aDatabase } from "./a-database.ts";
import { aFolder } from "./a-running-server.ts";
import { bareEnvironment } from "./bare-environment.ts";

const program = fileURLToPath(new URL("../bin/ringtrail.mjs", import.meta.url));

/** Runs the server as people do: a process of its own. */
function aProcess(env: Readonly<Record<string, string>>): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [program, "start", "--json", "--no-demo", "--port", "0", "--data", aFolder()], {
    env: { ...bareEnvironment, HOME: process.env["HOME"] ?? "", LOG_LEVEL: "info", ...env },
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Everything a stream says until it ends. */
async function wordsOf(stream: NodeJS.ReadableStream): Promise<string> {
  let words = "";
  for await (const part of stream) words += String(part);
  return words;
}

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s stops the server cleanly, with exit code 0", async (signal) => {
  const { url: databaseUrl } = await aDatabase();
  const child = aProcess({ DATABASE_URL: databaseUrl });
  const said = wordsOf(child.stderr);
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const { url } = JSON.parse(String(line));
  expect((await fetch(`${url}/healthz`)).status).toBe(200);

  child.kill(signal);

  expect(await once(child, "exit")).toEqual([0, null]);
  const log = await said;
  expect(log).toContain("stopped");
  expect(log).not.toContain("did not stop cleanly");
  expect(log).not.toContain(new URL(databaseUrl).password);
});

test("a server that cannot start says why in one line with a code and a way out, and exits with 1", async () => {
  const child = aProcess({ DATABASE_URL: "postgres://owner:hunter2@127.0.0.1:1/none" });
  const said = wordsOf(child.stderr);

  expect(await once(child, "exit")).toEqual([1, null]);

  const lines = (await said).trim().split("\n");
  expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ error: { code: "database_unreachable" } });
  expect(lines.join("\n")).not.toContain("hunter2");
  expect(lines.join("\n")).not.toContain("    at ");
});

test("a start that fails when the rest already works stops the rest, and exits with 1", async () => {
  const { url: databaseUrl } = await aDatabase();
  const child = aProcess({ DATABASE_URL: databaseUrl, FALLBACK_FOLDER: `${program}/below-a-file` });
  const said = wordsOf(child.stderr);

  expect(await once(child, "exit")).toEqual([1, null]);

  expect(JSON.parse((await said).trim().split("\n").at(-1) ?? "")).toMatchObject({
    error: { code: "fallback_folder_not_writable" },
  });
});
