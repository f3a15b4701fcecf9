import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startFakeCarrier, type FakeCallReport } from "@ringtrail/telephony/fake";
import { onTestFinished } from "vitest";
import type { Settings } from "../src/env.ts";
import { startServer, type RunningServer } from "../src/main.ts";
import { demoNumbers } from "../src/seed/demo-business.ts";
import { seedDemo, type Seeded } from "../src/seed/seed-demo.ts";
import { alignNumbers } from "../src/survival/align-numbers.ts";

/** A folder of the test's own. */
export function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-server-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Settings of a server for one test: any free port, a folder of its own, silent. */
export function someSettings(over: Partial<Settings> = {}): Settings {
  return {
    port: 0,
    host: "127.0.0.1",
    dataFolder: over.dataFolder ?? aFolder(),
    databaseUrl: undefined,
    publicUrl: undefined,
    trustedProxies: [],
    masterKey: undefined,
    lendTogether: 64,
    logLevel: "silent",
    ...over,
  };
}

/** Starts a server that is stopped after the test. */
export async function aServer(over: Partial<Settings> = {}): Promise<RunningServer> {
  const server = await startServer(someSettings(over));
  onTestFinished(() => server.stop());
  return server;
}

/** A carrier whose calls run faster than life. */
export interface TestCarrier {
  readonly seeded: Seeded;
  /** Lets the phone ring and answers when the call is over. */
  readonly call: (script: Readonly<Record<string, unknown>>) => Promise<FakeCallReport>;
  /** Lets the phone ring and answers at once. */
  readonly ring: (script: Readonly<Record<string, unknown>>) => Promise<FakeCallReport>;
  readonly whenDone: (sid: string) => Promise<FakeCallReport>;
  /** Every text that was sent from the account's numbers. */
  readonly texts: () => Promise<readonly Readonly<Record<string, string>>[]>;
}

/** The fake carrier with the demo's account and numbers, all of which lead to this server. */
export async function aCarrierFor(
  { deps, publicUrl }: Pick<RunningServer, "deps" | "publicUrl">,
  { speed = 30, face = "twilio" }: { readonly speed?: number; readonly face?: "twilio" | "telnyx" } = {},
): Promise<TestCarrier> {
  const account = "AC0123456789abcdef0123456789abcdef";
  const token = "the-carrier-s-secret";
  const carrier = await startFakeCarrier({ speed });
  onTestFinished(() => carrier.stop());
  const wish = post({ sid: account, token, numbers: demoNumbers, face });
  const opened = (await (await fetch(`${carrier.url}/fake/accounts`, wish)).json()) as { publicKey?: string };
  // Telnyx signs with a key of its own, and the connection is told its public half.
  const words = face === "telnyx" ? { carrier: face, secret: `${token} ${opened.publicKey}` } : { secret: token };
  const facts = { apiBase: carrier.url, carrierAccount: account, ...words };
  const seeded = await seedDemo(deps.accounts, facts, [new URL(publicUrl).origin]);
  const connection = await deps.directory.connectionById(seeded.connection);
  if (connection === undefined) throw new Error("The connection that was just seeded is not there.");
  const aligned = await alignNumbers(deps, connection);
  if (!aligned.ok) throw new Error(`The fake carrier does not take our addresses: ${aligned.reason.code}.`);
  await deps.snapshot.refresh();
  const ask = async (path: string, body?: unknown): Promise<FakeCallReport> => {
    const init = body === undefined ? {} : post(body);
    return (await (await fetch(carrier.url + path, init)).json()) as FakeCallReport;
  };
  const ring: TestCarrier["ring"] = (script) => ask("/fake/calls", { from: "+12125550188", ...script });
  const whenDone: TestCarrier["whenDone"] = (sid) => ask(`/fake/calls/${encodeURIComponent(sid)}?wait=done`);
  const texts: TestCarrier["texts"] = async () => {
    const answer = (await (await fetch(`${carrier.url}/fake/texts`)).json()) as { texts: [] };
    return answer.texts;
  };
  return { seeded, texts, ring, whenDone, call: async (script) => whenDone((await ring(script)).sid) };
}

function post(body: unknown): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
