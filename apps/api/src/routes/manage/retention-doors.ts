import { retentionDoors as doors, type LegalHoldShown, type RetentionShown } from "@ringtrail/api-contract";
import { err, ok, parseId, retentionDays, type AccountId, type CallId } from "@ringtrail/core";
import type { LegalHold } from "@ringtrail/core/ports";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { showMoment } from "../../show/show-moment.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** How long what is kept, and what is held whatever is due or wished. */
export function retentionDoors({ accounts, calls, newId, now }: Deps, ground: DoorGround): Hono<AppEnv> {
  const show = async (account: AccountId): Promise<RetentionShown> => {
    const wanted = await accounts.retention(account);
    const last = await accounts.lastRetentionRun(account);
    return {
      wanted,
      counts: retentionDays(wanted),
      holds: (await accounts.holds(account)).map(showHold),
      ...(last === undefined ? {} : { last: { ...last, at: showMoment(last.at) } }),
    };
  };
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.getRetention, async ({ asker: { account } }) => ok(await show(account))),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.setRetention, async ({ asker: { account, actor }, body }) => {
        const { visitDays, callerDays, recordingDays } = body;
        await accounts.saveRetention(account, { visitDays, callerDays, recordingDays });
        const facts = { ...retentionDays({ visitDays, callerDays, recordingDays }), tell: "owners" };
        await accounts.audit(account, { actor, action: "retention.changed", object: "account", at: now(), facts });
        return ok(await show(account));
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.placeLegalHold, async ({ asker: { account, actor }, body: { call, reason } }) => {
        const id = call === undefined ? undefined : parseId<CallId>(call);
        if (id !== undefined && (!id.ok || (await calls.facts(account, id.value)) === undefined)) {
          return err({ code: "call_unknown" });
        }
        const hold: LegalHold = { id: newId(), call: id?.value, reason, placedBy: actor, placedAt: now() };
        await accounts.placeHold(account, hold);
        const object = hold.call ?? "account";
        const facts = { hold: hold.id };
        await accounts.audit(account, { actor, action: "hold.placed", object, at: now(), facts });
        return ok(showHold(hold));
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.releaseLegalHold, async ({ asker: { account, actor }, params: { id } }) => {
        if (!(await accounts.releaseHold(account, id))) return err({ code: "hold_unknown" });
        await accounts.audit(account, { actor, action: "hold.released", object: id, at: now(), facts: {} });
        return ok(undefined);
      }),
    );
}

function showHold({ placedAt, ...hold }: LegalHold): LegalHoldShown {
  return { ...hold, placedAt: showMoment(placedAt) };
}
