import { formDoors as doors } from "@ringtrail/api-contract";
import { err, instant, ok, parseId, type Instant, type SiteId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import { keepForm } from "../../forms/keep-form.ts";
import { readVisit } from "../../orders/order-told.ts";
import { parseLanding } from "../../parse-landing.ts";
import { dayAfter, daysIn, startOfDay } from "../../report/days-in.ts";
import { showForm } from "../../show/show-form.ts";
import { checkDays } from "./check-days.ts";
import { pageByMoment } from "./page-by-moment.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** Forms: a server tells of them, people and programs see them. */
export function formDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { directory, forms, now } = deps;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.tell, async ({ asker: { account }, body }) => {
        const sites = await directory.sitesOf(account);
        const named = body.site;
        const site = named === undefined && sites.length === 1 ? sites[0] : sites.find((one) => one.site === named);
        if (site === undefined) return err({ code: "site_unknown" });
        const { name, ref, visit, url = "", referrer = "", sentAt } = body;
        return ok(
          await keepForm(deps, site, {
            by: "server",
            name,
            ref,
            visit: readVisit(visit),
            page: parseLanding(url, referrer),
            // Whoever has a key has asked its visitors for themselves.
            mayNameSource: true,
            sentAt: sentAt === undefined ? now() : instant(Date.parse(sentAt)),
          }),
        );
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.list, async ({ asker: { account }, query }) => {
        const wrong = checkDays(query);
        if (wrong !== undefined) return err(wrong);
        const dayOf = daysIn(query.timeZone);
        const site = query.site === undefined ? undefined : parseId<SiteId>(query.site);
        const period = {
          site: site?.ok === true ? site.value : undefined,
          from: startOfDay(query.from, dayOf),
          before: startOfDay(dayAfter(query.to), dayOf),
        };
        const read = (before: Instant, limit: number) => forms.list(account, { ...period, before }, limit);
        const page = await pageByMoment({ ...query, before: period.before }, read, (form) => form.sentAt);
        if (!page.ok) return page;
        const { items, ...next } = page.value;
        return ok({ forms: items.map(showForm), ...next });
      }),
    );
}
