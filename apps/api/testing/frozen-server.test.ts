import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { fallbackFiles, writeFallbackFiles } from "../src/survival/fallback-files.ts";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aFolder, aServer } from "./a-running-server.ts";
import { aStaticHost } from "./a-static-host.ts";
import { bareEnvironment } from "./bare-environment.ts";

const program = fileURLToPath(new URL("../bin/ringtrail.mjs", import.meta.url));

/** The server as a process of its own, on the data, the port and the addresses that the one before it left. */
async function aProcess(left: { readonly data: string; readonly port: string; readonly env: Record<string, string> }) {
  const args = [program, "start", "--json", "--no-demo", "--port", left.port, "--data", left.data];
  const env = { ...bareEnvironment, HOME: process.env["HOME"] ?? "", LOG_LEVEL: "silent", ...left.env };
  const child = spawn(process.execPath, args, { env });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  const { url } = JSON.parse(String(line));
  expect(new URL(url).port).toBe(left.port);
  return child;
}

test("the server is frozen: the carrier gives up waiting and brings the caller to the business from a static host", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-static-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const host = await aStaticHost(folder);
  const { url: databaseUrl } = await aDatabase();
  const data = aFolder();
  const first = await aServer({ databaseUrl, dataFolder: data, fallbackUrl: host.url });
  const carrier = await aCarrierFor(first);
  await writeFallbackFiles(folder, fallbackFiles(first.deps.snapshot));
  await first.stop();
  const env = { DATABASE_URL: databaseUrl, FALLBACK_URL: host.url };
  const child = await aProcess({ data, port: new URL(first.url).port, env });
  const script = { to: "+14155550121", talkSeconds: 5 };
  expect((await carrier.call(script)).documents[0]).toMatchObject({ why: "voice", status: 200 });

  // The process lives and its port takes connections; nobody will ever answer them.
  child.kill("SIGSTOP");
  const told = await carrier.call(script);
  child.kill("SIGCONT");

  expect(told.documents.map(({ why, method, status, error }) => [why, method, status, error])).toEqual([
    ["voice", "POST", undefined, "11205"],
    ["fallback", "GET", 200, undefined],
  ]);
  expect(told.legs).toMatchObject([{ to: "+14155550199", status: "completed", seconds: 5 }]);
  expect(told.recordings).toEqual([]);
  // The server had looked at every number's document itself, while it lived.
  expect(host.asked.at(-1)).toBe("GET /fallback/14155550121.twilio");
  // The caller waited no longer than the address's own limit says, 4 s, and not for Twilio's usual 15.
  expect(told.documents[0]?.tookMs).toBeLessThan(12_000);
});
