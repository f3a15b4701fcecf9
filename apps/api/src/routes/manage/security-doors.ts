import { securityDoors as doors, type SecurityShown } from "@ringtrail/api-contract";
import { day, minute, ok, signInRules, type SignInFacts } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What the account wants of sign-ins: see it, change it. */
export function securityDoors({ accounts, now }: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.getSecurity, async ({ asker: { account } }) =>
        ok(showSecurity(await accounts.signInFacts(account))),
      ),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.setSecurity, async ({ asker: { account, actor }, body }) => {
        const { requiresTwoFactor, idleMinutes, keyDays } = body;
        await accounts.saveSecurity(account, { requiresTwoFactor, idleMinutes, keyDays });
        const facts = {
          requiresTwoFactor,
          ...(idleMinutes === undefined ? {} : { idleMinutes }),
          ...(keyDays === undefined ? {} : { keyDays }),
        };
        await accounts.audit(account, { actor, action: "security.changed", object: "account", at: now(), facts });
        return ok(showSecurity(await accounts.signInFacts(account)));
      }),
    );
}

function showSecurity({ isHealthcare, ...wanted }: SignInFacts): SecurityShown {
  const { requiresTwoFactor, idleMs, keyMs } = signInRules({ isHealthcare, ...wanted });
  return {
    wanted,
    isHealthcare,
    counts: {
      requiresTwoFactor,
      idleMinutes: idleMs / minute,
      ...(keyMs === undefined ? {} : { keyDays: keyMs / day }),
    },
  };
}
