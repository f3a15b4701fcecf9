import type { AccountId, ConnectionId } from "@ringtrail/core";
import { defaultLengths } from "@ringtrail/core/number-pool";
import type { AccountStore, CarrierConnection } from "@ringtrail/core/ports";
import * as demo from "./demo-business.ts";

/** What the demo's carrier is reached with. */
export type DemoCarrier = Pick<CarrierConnection, "apiBase" | "carrierAccount" | "secret"> &
  Partial<Pick<CarrierConnection, "carrier">>;

/** What the seed made or found. */
export interface Seeded {
  readonly account: AccountId;
  readonly connection: ConnectionId;
  /** Every number of the demo, for the carrier's side. */
  readonly numbers: readonly string[];
}

/** Makes the demo account with its site, pool and numbers. Repeats safely: what is there stays as it is. */
export async function seedDemo(
  accounts: AccountStore,
  carrier: DemoCarrier,
  origins: readonly string[],
): Promise<Seeded> {
  const account = await accounts.createAccount(demo.demoAccount);
  const connection = await accounts.saveConnection({ account, carrier: "fake", ...carrier });
  const site = await accounts.saveSite(account, {
    key: demo.demoSiteKey,
    name: "Bright Pipe Plumbing",
    origins,
    regime: "opt-in",
    flow: demo.demoFlow,
    businessPlaces: demo.demoPlaces,
  });
  const target = await accounts.saveTarget(account, site, { e164: demo.demoTarget, label: "Main line" });
  const pool = await accounts.savePool(account, {
    site,
    target,
    name: "Website visitors",
    exclusive: false,
    ...defaultLengths,
  });
  const place = { connection, site, target };
  for (const { slice, numbers } of demo.demoSlices) {
    for (const e164 of numbers) await accounts.saveNumber(account, { ...place, e164, role: "pool", pool, slice });
  }
  for (const { e164, touch } of demo.demoSources) {
    await accounts.saveNumber(account, { ...place, e164, role: "source", touch });
  }
  return { account, connection, numbers: demo.demoNumbers };
}
