import { makeAuth } from "../auth/make-auth.ts";
import { makeOwnerLink } from "../auth/make-owner-link.ts";
import type { RunningServer } from "../main.ts";
import type { Progress } from "../open-storage.ts";
import { demoNumbers, demoOwner } from "../seed/demo-business.ts";
import { seedDemo } from "../seed/seed-demo.ts";
import { alignNumbers } from "../survival/align-numbers.ts";
import { findFakeCarrier } from "./find-fake-carrier.ts";
import { openThemeShop } from "./theme-shop/open-theme-shop.ts";

/** The demo, ready to be looked at. */
export interface Demo {
  /** Signs the owner in once. */
  readonly ownerLink: string;
  readonly carrierUrl: string;
  /** The Shopify shop of the demo; undefined where the owner has an app of their own, or its pages are not built. */
  readonly themeShop: string | undefined;
  /** Ends the fake carrier and the shop. */
  stop(): Promise<void>;
}

/** How the demo is brought up. */
export interface DemoOptions {
  readonly dataFolder: string;
  /** How much faster than life the fake carrier's calls pass. */
  readonly speed: number;
  /** Pages besides our own that may use the demo's site key. */
  readonly origins: readonly string[];
  /** What the demo's Shopify signs with; undefined: there is no such shop. */
  readonly shopSecret?: string | undefined;
}

/** Brings the demo up beside a running server: fake carrier, account, numbers, owner. Repeats safely. */
export async function openDemo(
  server: RunningServer,
  { dataFolder, speed, origins, shopSecret: secret }: DemoOptions,
  progress: Progress,
): Promise<Demo> {
  const { deps, url, publicUrl } = server;
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
  const folder = deps.server.served.theme;
  const { account } = seeded;
  const wanted = Number(new URL(url).port) + 1;
  const shop =
    secret === undefined || folder === undefined
      ? undefined
      : await openThemeShop(server, { account, secret, folder, wanted });
  return {
    ownerLink,
    carrierUrl: facts.url,
    themeShop: shop?.url,
    stop: async () => {
      await shop?.stop();
      await stop();
    },
  };
}
