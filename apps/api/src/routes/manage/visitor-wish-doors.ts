import { eraseVisitor, exportVisitor } from "@ringtrail/api-contract";
import { err, ok, type VisitorId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { knownVisits } from "../../workflows/known-visits.ts";
import { showVisit } from "../../show/show-visit.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What a visitor may ask of whose pages they read: to see what is known of them, and to be forgotten. */
export function visitorWishDoors({ accounts, visits, now }: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, exportVisitor, async ({ asker: { account, actor }, body }) => {
        const ids = await accounts.visitsOfVisitor(account, body.visitor as VisitorId);
        const known = await knownVisits(visits, account, ids);
        const facts = { visits: known.length };
        await accounts.audit(account, { actor, action: "visitor.exported", object: "", at: now(), facts });
        return ok({ visits: known.map(showVisit) });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, eraseVisitor, async ({ asker: { account, actor }, body }) => {
        const holds = await accounts.holds(account);
        if (holds.some(({ call }) => call === undefined)) return err({ code: "on_hold" });
        const gone = await visits.forgetVisitor(account, body.visitor as VisitorId);
        const facts = { visits: gone };
        await accounts.audit(account, { actor, action: "visitor.erased", object: "", at: now(), facts });
        return ok(facts);
      }),
    );
}
