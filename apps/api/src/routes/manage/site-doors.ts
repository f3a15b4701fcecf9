import { siteDoors as doors } from "@ringtrail/api-contract";
import { day, err, instant, ok, parseE164, parseId, type SiteId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { isFresh } from "../../numbers/change-destination.ts";
import { showMoment } from "../../show/show-moment.ts";
import { showSite } from "../../show/show-site.ts";
import { addSite } from "../../workflows/add-site.ts";
import { mayForward } from "../../workflows/may-forward.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** How far back a check looks. */
const checkedMs = 30 * day;

/** Setting a site up, and whether its pages do what they should. */
export function siteDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { accounts, directory, visits, now } = deps;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.add, async ({ asker: { account, actor, signedInAt }, body }) => {
        // As people write it: the country code is what counts.
        const phone = parseE164(body.phone.replaceAll(/[\s().-]/g, ""));
        if (!phone.ok) return err({ code: "phone_malformed", field: "phone" });
        // The first site names the account's own country; after it, calls go where they may.
        const isFirst = (await directory.sitesOf(account)).length === 0;
        if (isFirst && !isFresh(signedInAt, now())) return err({ code: "sign_in_not_fresh" });
        const may = isFirst ? ok(undefined) : await mayForward(deps, { account, phones: [phone.value], signedInAt });
        if (!may.ok) return may;
        const origin = new URL(body.address).origin;
        const key = await addSite(accounts, { account, name: body.name, origin, phone: phone.value });
        const made = (await directory.sitesOf(account)).find((site) => site.key === key);
        if (made === undefined) throw new Error("a site that was saved is not found");
        // Nobody knows yet whether it will be a clinic, of whose phones the log holds no digit.
        const facts = { tell: "owners" };
        await accounts.audit(account, { actor, action: "site.added", object: made.site, at: now(), facts });
        return ok(showSite(made));
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.check, async ({ asker: { account }, params }) => {
        const id = parseId<SiteId>(params.id);
        const own = (await directory.sitesOf(account)).find(({ site }) => id.ok && site === id.value);
        if (own === undefined) return err({ code: "site_unknown" });
        const seen = await visits.sightings(account, own.site, instant(now() - checkedMs));
        return ok({
          pages: seen.pages,
          adClicks: [...seen.adClicks],
          ...(seen.lastSeenAt !== undefined && { lastSeenAt: showMoment(seen.lastSeenAt) }),
          ...(seen.lastSwapAt !== undefined && { lastSwapAt: showMoment(seen.lastSwapAt) }),
        });
      }),
    );
}
