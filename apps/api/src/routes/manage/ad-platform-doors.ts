import { adDoors as doors } from "@ringtrail/api-contract";
import { after, day, err, instant, ok, type AccountId, type Result, type SiteId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import { adPlatformKinds } from "../../conversions/ad-platform-kinds.ts";
import { listTold } from "../../conversions/list-told.ts";
import { planConversions } from "../../conversions/plan-conversions.ts";
import { readPolicy } from "../../conversions/read-policy.ts";
import { showAdPlatform } from "../../conversions/show-ad-platform.ts";
import { fileReceiver, writeConversionFile } from "../../conversions/write-conversion-file.ts";
import type { Deps } from "../../deps.ts";
import { pageByKey } from "./page-by-key.ts";
import { pageByMoment } from "./page-by-moment.ts";
import { refuse, serveEndpoint, serveStream, type DoorGround } from "./serve-endpoint.ts";

/** Which ad platforms are told of calls, and the files for those that are told by hand. */
export function adPlatformDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { destinations, accounts, now } = deps;
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, doors.list, async ({ asker, query }) => {
        const all = await destinations.destinations(asker.account);
        const platforms = all.filter(({ kind }) => adPlatformKinds.has(kind));
        const page = pageByKey(platforms, ({ site, kind, id }) => `${site} ${kind} ${id}`, query);
        return page.ok ? ok({ platforms: page.value.items.map(showAdPlatform), next: page.value.next }) : page;
      }),
    )
    .route("/", save(deps, ground))
    .route(
      "/",
      serveEndpoint(ground, doors.remove, async ({ asker: { account, actor }, params: { id } }) => {
        const known = await destinations.destination(account, id);
        const isOurs = known !== undefined && adPlatformKinds.has(known.kind);
        if (!isOurs || !(await destinations.removeDestination(account, id)))
          return err({ code: "ad_platform_unknown" });
        await accounts.audit(account, { actor, action: "ad_platform.removed", object: id, at: now(), facts: {} });
        return ok(undefined);
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, doors.ledger, async ({ asker, query: { site, ...wish } }) => {
        const page = await pageByMoment(
          { ...wish, before: after(deps.now(), day) },
          (before, limit) => listTold(deps, asker.account, { site, before, limit }),
          ({ at }) => instant(Date.parse(at)),
        );
        return page.ok ? ok({ conversions: [...page.value.items], next: page.value.next }) : page;
      }),
    )
    .route("/", file(deps, ground));
}

function save(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  const { destinations, accounts, now, newId } = deps;
  return serveEndpoint(ground, doors.save, async ({ asker: { account, actor }, body }) => {
    const { keys, isOn, platform, ...told } = body;
    const site = await siteOf(deps, account, body.site);
    if (!site.ok) return site;
    if ((await accounts.flowOf(account, site.value))?.isHealthcare === true) return err({ code: "healthcare_site" });
    const all = await destinations.destinations(account);
    const before = all.find((one) => one.kind === platform && one.site === site.value);
    if (before === undefined && keys === undefined) return err({ code: "ad_platform_keys_missing" });
    const id = before?.id ?? newId<string>();
    const settings = { ...told, platform };
    const wish = { id, kind: platform, name: platform, isOn, facts: [], site: site.value, settings };
    await destinations.saveDestination(account, wish, now(), keys && JSON.stringify(keys));
    const facts = { platform, isOn, withKeys: keys !== undefined };
    await accounts.audit(account, { actor, action: "ad_platform.saved", object: id, at: now(), facts });
    const kept = await destinations.destination(account, id);
    return kept === undefined ? err({ code: "ad_platform_unknown" }) : ok(showAdPlatform(kept));
  });
}

function file(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return serveStream(ground, doors.exportFile, async ({ asker: { account, actor }, query }, c) => {
    const site = await siteOf(deps, account, query.site);
    if (!site.ok) return refuse(c, site.reason);
    const { usualValue: amount, currency, weigh, least, leastTalkSeconds } = query;
    const shareCaller = query.shareCaller === "true";
    const usual = amount === undefined || currency === undefined ? {} : { usualValue: { amount, currency } };
    const policy = readPolicy({ weigh, least, leastTalkSeconds, shareCaller, ...usual });
    const period = { from: instant(Date.parse(query.from)), before: instant(Date.parse(query.to) + day) };
    const to = fileReceiver(query.for, site.value);
    const asked = { account, site: site.value, platform: query.for, policy, to, ...period };
    const now = deps.now();
    const planned = await planConversions(deps, asked, now);
    if (!planned.ok) return refuse(c, planned.reason);
    const facts = { platform: query.for, conversions: planned.value.wanted.length, shareCaller };
    await deps.accounts.audit(account, { actor, action: "conversions.exported", object: to, at: now, facts });
    const text = writeConversionFile(
      { platform: query.for, name: query.name, holds: "conversions", now },
      planned.value,
    );
    return c.body(text, 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="conversions-${query.for}.csv"`,
    });
  });
}

/** The site that is named, or the only one there is. */
async function siteOf(
  { directory }: Pick<Deps, "directory">,
  account: AccountId,
  named: string | undefined,
): Promise<Result<SiteId, { readonly code: "site_unknown" }>> {
  const sites = await directory.sitesOf(account);
  const site = named === undefined && sites.length === 1 ? sites[0] : sites.find((one) => one.site === named);
  return site === undefined ? err({ code: "site_unknown" }) : ok(site.site);
}
