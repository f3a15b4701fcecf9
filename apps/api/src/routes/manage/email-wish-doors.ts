import { eraseEmail, exportEmail } from "@ringtrail/api-contract";
import { err, ok } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { showMoment } from "../../show/show-moment.ts";
import { showVisit } from "../../show/show-visit.ts";
import { forgetEmail, lookEmailUp } from "../../workflows/forget-email.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What somebody may ask who names their e-mail address: to see what is known under it, and to be forgotten. */
export function emailWishDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { accounts, now } = deps;
  const looking = { ...deps, auth: ground.identity.auth };
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, exportEmail, async ({ asker: { account, actor }, body }) => {
        const known = await lookEmailUp(looking, account, body.email.toLowerCase());
        const { person, invitations, destinations, quiet, forms, visits } = known;
        const facts = { forms: forms.length, visits: visits.length };
        await accounts.audit(account, { actor, action: "email.exported", object: "", at: now(), facts });
        return ok({
          person,
          invitations: invitations.map(({ id, role, expiresAt }) => ({ id, role, expiresAt: showMoment(expiresAt) })),
          destinations: destinations.map(({ id, name }) => ({ id, name })),
          quiet,
          forms: forms.map(({ id, name, page, sentAt }) => ({ id, name, page, sentAt: showMoment(sentAt) })),
          visits: visits.map(showVisit),
        });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, eraseEmail, async ({ asker: { account, actor }, body }) => {
        const holds = await accounts.holds(account);
        if (holds.some(({ call }) => call === undefined)) return err({ code: "on_hold" });
        const gone = await forgetEmail(looking, account, body.email.toLowerCase());
        // A destination that stops is no small thing: the owners hear of it.
        const facts = gone.destinations > 0 ? { ...gone, tell: "owners" } : gone;
        await accounts.audit(account, { actor, action: "email.erased", object: "", at: now(), facts });
        return ok(gone);
      }),
    );
}
