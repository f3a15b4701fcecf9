import { spawn } from "node:child_process";
import { mkdirSync, openSync } from "node:fs";
import { createInterface } from "node:readline";
import path from "node:path";
import { fakeCarrierProgram } from "@ringtrail/telephony/fake";
import { fakeCarrierOf, keepFakeCarrier, type FakeCarrierFacts } from "./fake-carrier-file.ts";

/** A fake carrier that answers, and what ends it. */
export interface FoundCarrier {
  readonly facts: FakeCarrierFacts;
  stop(): Promise<void>;
}

/**
 * Finds the fake carrier an earlier server left running, or starts one. It is a process of its own, as a carrier is a
 * company of its own: it goes on when the server is killed in the middle of a call.
 */
export async function findFakeCarrier(dataFolder: string, speed: number): Promise<FoundCarrier> {
  const left = fakeCarrierOf(dataFolder);
  const facts = (await answers(left)) ? left : await startFakeCarrier(dataFolder, speed, left);
  return { facts, stop: async () => void end(facts.pid) };
}

/** True when the process is ours and answers. Somebody else's on that port does not know our account. */
async function answers({ url, account, secret }: FakeCarrierFacts): Promise<boolean> {
  const authorization = `Basic ${Buffer.from(`${account}:${secret}`).toString("base64")}`;
  return fetch(`${url}/2010-04-01/Accounts/${account}/IncomingPhoneNumbers.json`, {
    headers: { authorization },
    signal: AbortSignal.timeout(2_000),
  }).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function startFakeCarrier(
  dataFolder: string,
  speed: number,
  { account, secret }: FakeCarrierFacts,
): Promise<FakeCarrierFacts> {
  mkdirSync(path.join(dataFolder, "logs"), { recursive: true });
  const log = openSync(path.join(dataFolder, "logs", "fake-carrier.log"), "a", 0o600);
  const child = spawn(process.execPath, [fakeCarrierProgram(), "--speed", String(speed)], {
    detached: true,
    stdio: ["ignore", "pipe", log],
    env: { ...process.env, RINGTRAIL_FAKE_ACCOUNTS: `${account}:${secret}` },
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`the fake carrier ended with ${code}`)));
    createInterface({ input: child.stdout }).once("line", (line) => resolve(String(JSON.parse(line).url)));
  });
  child.stdout.destroy();
  child.unref();
  const facts = { url, pid: child.pid ?? 0, account, secret };
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
