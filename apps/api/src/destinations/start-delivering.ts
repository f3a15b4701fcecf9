import type { Sql } from "postgres";
import type { Deps } from "../deps.ts";
import type { DeliveryKinds } from "./deliver-to.ts";
import { deliverEmail, deliverSlack } from "./deliver-to-people.ts";
import { deliverWebhook } from "./deliver-webhook.ts";
import { keepDelivering } from "./keep-delivering.ts";
import { wakeByNotify } from "./wake-by-notify.ts";

/** Every kind of destination there is. */
export function deliveryKinds(deps: Deps): DeliveryKinds {
  return new Map([
    ["webhook", deliverWebhook(deps, deps.send)],
    ["email", deliverEmail(deps)],
    ["slack", deliverSlack(deps)],
  ]);
}

/** Delivers from now on what is due. Answers what ends it. */
export async function startDelivering(deps: Deps, sql: Sql): Promise<() => Promise<void>> {
  const { destinations: store, now, log } = deps;
  const delivering = keepDelivering({ store, kinds: deliveryKinds(deps), now, draw: Math.random, log });
  const stopNews = await wakeByNotify(sql, delivering.wake, log);
  return async () => {
    await stopNews();
    await delivering.stop();
  };
}
