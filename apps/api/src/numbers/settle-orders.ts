import { between, minute, type AccountId } from "@ringtrail/core";
import type { NumberOrder } from "@ringtrail/core/ports";
import { finishOrder } from "./buy-number.ts";
import { numberAddresses } from "../carriers/number-addresses.ts";
import type { NumberWorld } from "./number-world.ts";

/** A purchase that is being made is left alone this long; one the carrier's list never shows is given up after this. */
const [patienceMs, mostMs] = [2 * minute, 30 * minute];

/** What became of orders whose answer was lost. */
export interface OrdersSettled {
  readonly bought: number;
  readonly failed: number;
}

/**
 * Settles purchases nobody knows the end of, by the carrier's list: a number that is there is kept and routed, one that
 * is not there after half an hour was never rented. Nothing is bought here.
 */
export async function settleOrders(world: NumberWorld, account: AccountId): Promise<OrdersSettled> {
  const counts = { bought: 0, failed: 0 };
  for (const order of await world.numbers.openOrders(account)) {
    const ageMs = between(order.askedAt, world.now());
    if (ageMs < patienceMs) continue;
    const outcome = await settle(world, account, order, ageMs);
    if (outcome !== "open") counts[outcome] += 1;
  }
  return counts;
}

async function settle(
  world: NumberWorld,
  account: AccountId,
  order: NumberOrder,
  ageMs: number,
): Promise<"bought" | "failed" | "open"> {
  const connection = await world.directory.connectionById(order.connection);
  if (connection === undefined) return "open";
  const provider = world.carrierFor(connection).provider(connection);
  const found = await provider.findNumber(order.e164);
  if (!found.ok) return "open";
  if (found.value !== undefined) {
    await provider.routeNumber(found.value.ref, numberAddresses(world, connection, order.e164));
    await finishOrder(world, { ...order, account, connection, actor: "system" }, found.value.ref);
    return "bought";
  }
  if (ageMs < mostMs) return "open";
  await world.numbers.settleOrder(account, order.id, "failed", world.now());
  return "failed";
}
