import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** How the demo's fake carrier is reached; kept in the data folder so that a restarted server finds it again. */
const FakeCarrierFacts = z.object({
  url: z.url(),
  /** 0 while it has never run. */
  pid: z.number().int(),
  /** The account at the carrier and the secret that signs its webhooks. */
  account: z.string(),
  secret: z.string(),
});
export type FakeCarrierFacts = z.infer<typeof FakeCarrierFacts>;

const fileIn = (dataFolder: string): string => path.join(dataFolder, "fake-carrier.json");

/** What the data folder says of the fake carrier; undefined when nothing, or nothing that can be read. */
export function readFakeCarrier(dataFolder: string): FakeCarrierFacts | undefined {
  const file = fileIn(dataFolder);
  if (!existsSync(file)) return undefined;
  try {
    return FakeCarrierFacts.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
  } catch {
    // A file half written by a crash is no file.
    return undefined;
  }
}

/** The fake carrier of this data folder; one that has never run gets its account and secret here. */
export function fakeCarrierOf(dataFolder: string): FakeCarrierFacts {
  const known = readFakeCarrier(dataFolder);
  if (known !== undefined) return known;
  const account = `AC${randomBytes(16).toString("hex")}`;
  const facts = { url: "http://127.0.0.1:1", pid: 0, account, secret: randomBytes(16).toString("hex") };
  keepFakeCarrier(dataFolder, facts);
  return facts;
}

/** Keeps it, readable by its owner alone. */
export function keepFakeCarrier(dataFolder: string, facts: FakeCarrierFacts): void {
  mkdirSync(dataFolder, { recursive: true });
  writeFileSync(fileIn(dataFolder), JSON.stringify(facts), { mode: 0o600 });
}
