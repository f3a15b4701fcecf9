import { declarePlaceOfCall, getPlacesOfCall } from "@ringtrail/api-contract";
import { err, ok, parseId, type AccountId, type CallId, type E164, type Phi, type Result } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { showCallerPlace } from "../../show/show-caller-place.ts";
import { declarePlace } from "../../workflows/declare-place.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** The declared places of a call's caller, for somebody who need not know the number. */
export function placesOfCallDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, getPlacesOfCall, async ({ asker: { account }, params }) => {
        const caller = await callerOf(deps, account, params.id);
        if (!caller.ok) return caller.reason.code === "call_unknown" ? err(caller.reason) : ok({ places: [] });
        const own = await deps.care.declaredPlaces(account, caller.value);
        return ok({ places: own.map((one) => showCallerPlace(deps.law, one)) });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, declarePlaceOfCall, async ({ asker: { account, actor }, params, body }) => {
        const caller = await callerOf(deps, account, params.id);
        if (!caller.ok) return caller;
        const declared = await declarePlace(deps, { account, actor, number: caller.value, ...body });
        return declared.ok ? ok(showCallerPlace(deps.law, declared.value)) : declared;
      }),
    );
}

async function callerOf(
  { calls, care }: Pick<Deps, "calls" | "care">,
  account: AccountId,
  id: string,
): Promise<Result<Phi<E164>, { readonly code: "call_unknown" } | { readonly code: "caller_withheld" }>> {
  const call = parseId<CallId>(id);
  if (!call.ok || (await calls.facts(account, call.value)) === undefined) return err({ code: "call_unknown" });
  const number = (await care.caller(account, call.value))?.number;
  return number === undefined ? err({ code: "caller_withheld" }) : ok(number);
}
