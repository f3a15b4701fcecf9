import { destinationDoors as doors } from "@ringtrail/api-contract";
import { err, ok } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { showDelivery } from "../../show/show-destination.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What was sent, what was answered, and sending one event once more. */
export function deliveryDoors({ destinations, now }: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.deliveries, async ({ asker: { account }, query }) => {
        const { cursor, limit, destination, state, call: subject } = query;
        const page = await destinations.deliveries(account, { cursor, limit, destination, state, subject });
        return page.ok ? ok({ deliveries: page.value.deliveries.map(showDelivery), next: page.value.next }) : page;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.delivery, async ({ asker: { account }, params: { id } }) => {
        const delivery = await destinations.delivery(account, id);
        return delivery === undefined ? err({ code: "delivery_unknown" }) : ok(showDelivery(delivery));
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.replayOne, async ({ asker: { account }, params: { id } }) => {
        if ((await destinations.delivery(account, id)) === undefined) return err({ code: "delivery_unknown" });
        return ok({ deliveries: (await destinations.replayDelivery(account, id, now())) ? 1 : 0 });
      }),
    );
}
