import type { Touch } from "../src/attribution/index.ts";
import { instant, type CallId, type Instant } from "../src/index.ts";
import { anId } from "./an-id.ts";
import { aCall, aCallFlow, aMatch, anAnsweredCall } from "./build-call.ts";
import { at } from "./fixed-clock.ts";
import { seedShop, type Shop } from "./seed-shop.ts";
import type { World } from "./world.ts";

/** A shop whose site is in healthcare mode from the start. */
export async function seedClinic(world: World): Promise<Shop> {
  const shop = await seedShop(world, { slices: [] });
  await world.accounts.saveFlow(shop.account, shop.site, aCallFlow({ isHealthcare: true }));
  return shop;
}

let calls = 0;

/** A call that rang, was credited to a source and is over. */
export async function aCallTo(
  { calls: store }: World,
  { account, connection, site, source }: Shop,
  carrierRef: string,
  touch: Touch | undefined,
  rangAt: Instant = at("10:00"),
): Promise<CallId> {
  const id = anId<CallId>(`clinic call ${(calls += 1)}`);
  const rung = { id, connection, site, number: source.id, carrierRef, rangAt, isHealthcare: true as const };
  await store.ring(account, aCall(rung));
  await store.saveMatch(account, id, aMatch({ candidates: [], nobody: 0 }), touch);
  for (const event of anAnsweredCall().slice(1)) {
    await store.append(account, id, { ...event, at: instant(event.at - at("10:00") + rangAt) });
  }
  return id;
}
