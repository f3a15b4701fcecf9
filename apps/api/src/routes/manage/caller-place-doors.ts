import {
  declareCallerPlace,
  listCallerPlaces,
  withdrawCallerPlace,
  type CallerPlaceShown,
} from "@ringtrail/api-contract";
import { err, maskE164, ok, parseE164, Phi, type E164, type Result } from "@ringtrail/core";
import { resolvePlace } from "@ringtrail/core/consent";
import type { DeclaredPlace } from "@ringtrail/core/ports";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { showMoment } from "../../show/show-moment.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** Where callers are, as somebody who answers for it declares. */
export function callerPlaceDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { care, accounts, now } = deps;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, listCallerPlaces, async ({ asker: { account } }) =>
        ok({ places: (await care.declaredPlaces(account)).map(show) }),
      ),
    )
    .route(
      "/",
      serveEndpoint(
        ground,
        declareCallerPlace,
        async ({ asker: { account, actor }, body: { phone, place, basis } }) => {
          const number = readPhone(phone);
          if (!number.ok) return number;
          // Without a law no place can be known, and no call is silent.
          if (deps.law === undefined) return err({ code: "not_ready" });
          const known = resolvePlace(deps.law, place, "place");
          if (!known.ok) return known;
          const declared = { number: number.value, place, basis, declaredBy: actor, declaredAt: now() };
          await care.declarePlace(account, declared);
          const shown = show(declared);
          const facts = { place, basis };
          await accounts.audit(account, {
            actor,
            action: "caller_place.declared",
            object: shown.phone,
            at: now(),
            facts,
          });
          return ok(shown);
        },
      ),
    )
    .route(
      "/",
      serveEndpoint(ground, withdrawCallerPlace, async ({ asker: { account, actor }, body: { phone } }) => {
        const number = readPhone(phone);
        if (!number.ok) return number;
        if (!(await care.withdrawPlace(account, number.value))) return err({ code: "caller_place_absent" });
        const object = maskE164(Phi.reveal(number.value, "care-screen"));
        await accounts.audit(account, { actor, action: "caller_place.withdrawn", object, at: now(), facts: {} });
        return ok(undefined);
      }),
    );
}

function readPhone(text: string): Result<Phi<E164>, { readonly code: "phone_malformed"; readonly field: string }> {
  const number = parseE164(text);
  return number.ok ? ok(Phi.seal(number.value)) : err({ code: "phone_malformed", field: "phone" });
}

/** The number masked: whoever declares places need not be shown who calls. */
function show({ number, place, basis, declaredBy, declaredAt }: DeclaredPlace): CallerPlaceShown {
  const phone = maskE164(Phi.reveal(number, "care-screen"));
  return { phone, place, basis, declaredBy, declaredAt: showMoment(declaredAt) };
}
