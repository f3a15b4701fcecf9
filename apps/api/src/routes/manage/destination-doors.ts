import { randomBytes } from "node:crypto";
import { destinationDoors as doors } from "@ringtrail/api-contract";
import { after, err, hour, instant, ok, type AccountId } from "@ringtrail/core";
import type { Destination } from "@ringtrail/core/ports";
import { writeWebhookSecret } from "@ringtrail/destinations";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import { adPlatformKinds } from "../../conversions/ad-platform-kinds.ts";
import type { Deps } from "../../deps.ts";
import { keepDestination } from "../../destinations/keep-destination.ts";
import { sendPeriod } from "../../destinations/send-period.ts";
import { showDestination } from "../../show/show-destination.ts";
import { showMoment } from "../../show/show-moment.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

const unknown = err({ code: "destination_unknown" } as const);

/** Where events are sent: see, set up, test, and give a new secret. */
export function destinationDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { destinations, accounts, now } = deps;
  const note = (
    account: AccountId,
    actor: string,
    action: string,
    { id, kind, name }: Destination,
    more: Readonly<Record<string, number>> = {},
  ) =>
    accounts.audit(account, { actor, action, object: id, at: now(), facts: { kind, name, ...more, tell: "owners" } });
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.list, async ({ asker }) =>
        ok({
          // Ad platforms hear of conversions and not of events; they have doors of their own.
          destinations: (await destinations.destinations(asker.account))
            .filter(({ kind }) => !adPlatformKinds.has(kind))
            .map(showDestination),
        }),
      ),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.create, async ({ asker: { account, actor }, body }) => {
        const kept = await keepDestination(deps, { account, actor }, body);
        return kept.ok ? ok({ ...showDestination(kept.value.destination), secret: kept.value.secret }) : kept;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.save, async ({ asker: { account, actor }, params: { id }, body }) => {
        const kept = await keepDestination(deps, { account, actor, id }, body);
        return kept.ok ? ok(showDestination(kept.value.destination)) : kept;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.remove, async ({ asker: { account, actor }, params: { id } }) => {
        const known = await destinations.destination(account, id);
        if (known === undefined || !(await destinations.removeDestination(account, id))) return unknown;
        await note(account, actor, "destination.removed", known);
        return ok(undefined);
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.replaceSecret, async ({ asker: { account, actor }, params: { id }, body }) => {
        const known = await destinations.destination(account, id);
        if (known === undefined) return unknown;
        if (known.kind !== "webhook") return err({ code: "destination_without_secret" });
        const secret = writeWebhookSecret(randomBytes(32));
        const oldUntil = after(now(), body.oldHours * hour);
        if (!(await destinations.replaceSecret(account, id, secret, oldUntil))) return unknown;
        await note(account, actor, "destination.secret_replaced", known, { oldHours: body.oldHours });
        return ok({ secret, oldUntil: showMoment(oldUntil) });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.test, async ({ asker: { account }, params: { id } }) => {
        const delivery = await destinations.sendTest(account, id, now());
        return delivery === undefined ? unknown : ok({ delivery });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.replay, async ({ asker: { account, actor }, params: { id }, body }) => {
        const period = { from: instant(Date.parse(body.from)), before: instant(Date.parse(body.before)) };
        const deliveries = await sendPeriod(deps, { account, actor, id }, period);
        return deliveries === undefined ? unknown : ok({ deliveries });
      }),
    );
}
