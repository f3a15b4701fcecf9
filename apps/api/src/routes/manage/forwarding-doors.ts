import * as contract from "@ringtrail/api-contract";
import { err, ok, parseE164, parseId, type SiteId } from "@ringtrail/core";
import type { NumberLimits } from "@ringtrail/core/ports";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { changeDestination, isFresh } from "../../numbers/change-destination.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** Where calls go, and the limits that guard it. What changes either takes a person who has just signed in. */
export function forwardingDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, contract.getNumberLimits, async ({ asker }) =>
        ok(showLimits(await deps.numbers.limits(asker.account))),
      ),
    )
    .route(
      "/",
      serveEndpoint(ground, contract.saveNumberLimits, async ({ asker: { account, actor, signedInAt }, body }) => {
        const at = deps.now();
        if (!isFresh(signedInAt, at)) return err({ code: "sign_in_not_fresh" });
        const { mostNumbers, mostRent, mostMinutes, restDays, countries } = body;
        await deps.numbers.saveLimits(account, { mostNumbers, mostRent, mostMinutes, restDays, countries });
        const facts = { mostNumbers, restDays, countries: countries?.join(" ") ?? "own", tell: "owners" };
        await deps.accounts.audit(account, { actor, action: "limits.changed", object: account, at, facts });
        return ok(body);
      }),
    )
    .route(
      "/",
      serveEndpoint(
        ground,
        contract.changeDestination,
        async ({ asker: { account, actor, signedInAt }, params, body }) => {
          const site = parseId<SiteId>(params.id);
          const destination = parseE164(body.destination);
          if (!site.ok) return err({ code: "place_unknown" });
          if (!destination.ok) return err({ code: "phone_malformed", field: "destination" });
          return changeDestination(deps, {
            account,
            actor,
            signedInAt,
            site: site.value,
            destination: destination.value,
          });
        },
      ),
    );
}

function showLimits(limits: NumberLimits): contract.NumberLimitsShown {
  const { mostNumbers, mostRent, mostMinutes, restDays, countries } = limits;
  return {
    mostNumbers,
    mostRent: mostRent && { ...mostRent },
    mostMinutes,
    restDays,
    countries: countries && [...countries],
  };
}
