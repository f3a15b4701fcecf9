import { createServer } from "node:net";
import { expect, test } from "vitest";
import { findPostgres15, freePort, startProcess } from "./index.ts";

const node = process.execPath;

test("a free port can be listened on", async () => {
  const port = await freePort();
  const server = createServer();

  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  expect(server.listening).toBe(true);
  server.close();
});

test("what a process prints is kept, and waited for", async () => {
  const running = await startProcess(node, ["-e", "console.log('ready on', 80); setInterval(() => {}, 1000)"]);

  const match = await running.waitFor(/ready on (\d+)/);

  expect(match[1]).toBe("80");
  expect(await running.stop()).toMatchObject({ signal: "SIGTERM" });
});

test("a process that ends before its sign is reported with everything it printed", async () => {
  const running = await startProcess(node, ["-e", "console.error('no room left'); process.exit(3)"]);

  await expect(running.waitFor(/ready/)).rejects.toThrow(/ended with code 3[\s\S]*no room left/);
});

test("one that will not listen to SIGTERM is killed after its grace", async () => {
  const running = await startProcess(
    node,
    ["-e", "process.on('SIGTERM', () => console.log('no')); console.log('up'); setInterval(() => {}, 1000)"],
    { graceMs: 200 },
  );
  await running.waitFor(/up/);

  expect(await running.stop()).toMatchObject({ signal: "SIGKILL" });
});

test("a kill comes without warning", async () => {
  const running = await startProcess(node, ["-e", "console.log('up'); setInterval(() => {}, 1000)"]);
  await running.waitFor(/up/);

  expect(await running.kill()).toMatchObject({ signal: "SIGKILL" });
});

test("a program that is not there is an error, not a silence", async () => {
  await expect(startProcess("/nowhere/program", [])).rejects.toThrow("ENOENT");
});

test("PostgreSQL 15 is found with its version, or not at all", () => {
  const found = findPostgres15();

  expect(found?.version ?? "15.0").toMatch(/^15\.\d+$/);
});
