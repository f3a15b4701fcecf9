import { overviewDoors as doors } from "@ringtrail/api-contract";
import { err, ok, parseId, type SiteId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import { isTimeZone } from "../../call-context/is-open-at.ts";
import type { Deps } from "../../deps.ts";
import { countPageGroups } from "../../report/count-page-groups.ts";
import { daysIn } from "../../report/days-in.ts";
import { daysAsked, daysBefore } from "../../report/days-to-compare.ts";
import { overviewCalls } from "../../report/overview-calls.ts";
import { showOverview } from "../../show/show-overview.ts";
import { checkDays } from "./check-days.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What calls add up to, and whose days they are counted by. */
export function overviewDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { accounts, healthcare, overviews, now } = deps;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.getOverview, async ({ asker: { account }, query }) => {
        const { currency, compare } = query;
        const today = daysIn((await overviews.timeZoneOf(account)) ?? "UTC")(now());
        const days = daysAsked(query, today);
        const wrong = checkDays({ ...days, timeZone: "UTC" });
        if (wrong !== undefined) return err(wrong);
        const site = query.site === undefined ? undefined : parseId<SiteId>(query.site);
        const asked = { account, site: site?.ok ? site.value : undefined, currency };
        const overview = await overviewCalls(overviews, { ...asked, ...days, compare: daysBefore(days, compare) });
        const pageGroups = await countPageGroups(healthcare, { ...asked, ...days });
        return ok({ ...showOverview(overview), ...(pageGroups === undefined ? {} : { pageGroups: [...pageGroups] }) });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.chooseTimeZone, async ({ asker: { account, actor }, body }) => {
        const { timeZone } = body;
        if (!isTimeZone(timeZone))
          return err({ code: "parameter_invalid", field: "timeZone", says: "is no time zone that IANA names" });
        await overviews.chooseTimeZone(account, timeZone);
        const entry = { actor, action: "time_zone.chosen", object: account, at: now(), facts: { timeZone } };
        await accounts.audit(account, entry);
        return ok({ timeZone });
      }),
    );
}
