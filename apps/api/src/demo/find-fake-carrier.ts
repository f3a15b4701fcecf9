import { spawn } from "node:child_process";
import { mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { fakeCarrierOf, keepFakeCarrier, type FakeCarrierFacts } from "./fake-carrier-file.ts";

/** A fake carrier that answers, and what ends it. */
export interface FoundCarrier {
  readonly facts: FakeCarrierFacts;
  stop(): Promise<void>;
}

/**
 * Finds the fake carrier an earlier server left running, or starts one, and rents the numbers there. It is a process
 * of its own, as a carrier is a company of its own: it goes on when the server is killed in the middle of a call.
 */
export async function findFakeCarrier(
  dataFolder: string,
  speed: number,
  numbers: readonly string[],
): Promise<FoundCarrier> {
  const left = fakeCarrierOf(dataFolder);
  const facts = (await knowsUs(left)) ? left : await startFakeCarrier(dataFolder, speed, left);
  const { account: sid, secret: token } = facts;
  const opened = await ask(`${facts.url}/fake/accounts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ sid, token, numbers }),
  });
  if (!opened) throw new Error("the fake carrier does not open our account");
  return { facts, stop: async () => end(facts.pid) };
}

/** True when the process answers and knows our account. Somebody else's on that port does not. */
function knowsUs({ url, account, secret }: FakeCarrierFacts): Promise<boolean> {
  const authorization = `Basic ${Buffer.from(`${account}:${secret}`).toString("base64")}`;
  return ask(`${url}/2010-04-01/Accounts/${account}/IncomingPhoneNumbers.json`, { headers: { authorization } });
}

function ask(url: string, request: RequestInit): Promise<boolean> {
  return fetch(url, { ...request, signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function startFakeCarrier(dataFolder: string, speed: number, left: FakeCarrierFacts): Promise<FakeCarrierFacts> {
  const logs = path.join(dataFolder, "logs");
  mkdirSync(logs, { recursive: true });
  const program = fileURLToPath(import.meta.resolve("@ringtrail/telephony/fake-program"));
  const child = spawn(process.execPath, [program, "--speed", String(speed)], {
    detached: true,
    stdio: ["ignore", "pipe", openSync(path.join(logs, "fake-carrier.log"), "a", 0o600)],
  });
  const { stdout } = child;
  if (stdout === null) throw new Error("the fake carrier has no output");
  const line = await new Promise<string>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the fake carrier ended with ${code}`)));
    createInterface({ input: stdout }).once("line", resolve);
  });
  // Neither the pipe nor the process may keep us from ending.
  stdout.destroy();
  child.unref();
  const facts = { ...left, ...z.object({ url: z.url() }).parse(JSON.parse(line)), pid: child.pid ?? 0 };
  keepFakeCarrier(dataFolder, facts);
  return facts;
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGTERM");
  } catch {
    // It has ended already, which is what was wanted.
  }
}
