import { makeAuth } from "../auth/make-auth.ts";
import { makeOwnerLink } from "../auth/make-owner-link.ts";
import type { RunningServer } from "../main.ts";
import type { Progress } from "../open-storage.ts";
import { demoNumbers, demoOwner } from "../seed/demo-business.ts";
import { seedDemo } from "../seed/seed-demo.ts";
import { alignNumbers } from "../survival/align-numbers.ts";
import { findFakeCarrier } from "./find-fake-carrier.ts";

/** The demo, ready to be looked at. */
export interface Demo {
  /** Signs the owner in once. */
  readonly ownerLink: string;
  readonly carrierUrl: string;
  /** Ends the fake carrier. */
  stop(): Promise<void>;
}

/** How the demo is brought up. */
export interface DemoOptions {
  readonly dataFolder: string;
  /** How much faster than life the fake carrier's calls pass. */
  readonly speed: number;
  /** Pages besides our own that may use the demo's site key. */
  readonly origins: readonly string[];
}

/** Brings the demo up beside a running server: fake carrier, account, numbers, owner. Repeats safely. */
export async function openDemo(
  { deps, url, publicUrl }: RunningServer,
  { dataFolder, speed, origins }: DemoOptions,
  progress: Progress,
): Promise<Demo> {
  progress("starting the fake carrier and preparing the demo shop");
  const { facts, stop } = await findFakeCarrier(dataFolder, speed, demoNumbers);
  const carrier = { apiBase: facts.url, carrierAccount: facts.account, secret: facts.secret };
  const allowed = [...new Set([url, publicUrl, ...origins].map((address) => new URL(address).origin))];
  const seeded = await seedDemo(deps.accounts, carrier, allowed);
  const connection = await deps.directory.connectionById(seeded.connection);
  if (connection === undefined) throw new Error("the demo's connection was not kept");
  const aligned = await alignNumbers(deps, connection);
  if (!aligned.ok) throw new Error(`the fake carrier does not take our addresses: ${aligned.reason.code}`);
  await deps.snapshot.refresh();
  const { accounts, authDatabase, secrets } = deps;
  if (authDatabase === undefined) throw new Error("the server has no database for sign-in");
  const auth = makeAuth({ database: authDatabase, publicUrl, secret: secrets.session });
  const ownerLink = await makeOwnerLink(auth, accounts, { account: seeded.account, email: demoOwner, publicUrl });
  return { ownerLink, carrierUrl: facts.url, stop };
}
