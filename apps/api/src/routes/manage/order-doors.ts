import * as contract from "@ringtrail/api-contract";
import { day, err, instant, ok, parseId, type AccountId, type CallId, type Result, type SiteId } from "@ringtrail/core";
import type { ReportPeriod } from "@ringtrail/core/ports";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Deps } from "../../deps.ts";
import type { ManageReason } from "../../http/manage-reason.ts";
import { callsWaiting } from "../../orders/calls-waiting.ts";
import { keepOrders } from "../../orders/keep-orders.ts";
import { orderTold } from "../../orders/order-told.ts";
import { dayAfter, daysIn, startOfDay } from "../../report/days-in.ts";
import { revenueOf } from "../../report/report-revenue.ts";
import { showOrder } from "../../show/show-order.ts";
import { showRevenue } from "../../show/show-revenue.ts";
import { loadNumbers } from "../../workflows/load-call.ts";
import { checkDays } from "./check-days.ts";
import { pageByMoment } from "./page-by-moment.ts";
import { serveEndpoint, type DoorGround } from "./serve-endpoint.ts";

/** What shops sold: telling it, seeing which call it is of, and the report of phone and web side by side. */
export function orderDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route("/", tellOrders(deps, ground))
    .route("/", seeOrders(deps, ground))
    .route("/", orderRules(deps, ground))
    .route(
      "/",
      serveEndpoint(ground, contract.getRevenueReport, async ({ asker: { account }, query }) => {
        const wrong = checkDays(query);
        if (wrong !== undefined) return err(wrong);
        const asked = { ...query, account, site: siteOf(query.site) };
        const numbers = await loadNumbers(deps, account);
        return ok(showRevenue(asked, await revenueOf({ orders: deps.orders, money: deps.money, numbers }, asked)));
      }),
    );
}

function tellOrders(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return serveEndpoint(ground, contract.saveOrders, async ({ asker: { account, actor }, body }) => {
    const sites = await deps.directory.sitesOf(account);
    const site = body.site === undefined && sites.length === 1 ? sites[0] : sites.find((one) => one.site === body.site);
    if (site === undefined) return err({ code: "site_unknown" });
    const now = deps.now();
    const told = body.orders.map((order) => orderTold(body.shop, order, now));
    const { orders, ...kept } = await keepOrders(deps, account, site.site, told);
    const facts = { ...kept, shop: body.shop };
    await deps.accounts.audit(account, { actor, action: "orders.told", object: site.site, at: now, facts });
    return ok({
      ...kept,
      orders: orders.map(({ ref, match }) => ({
        id: ref,
        rule: match?.rule ?? "none",
        ...(match && { call: match.call }),
      })),
    });
  });
}

function seeOrders({ orders, calls, money }: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, contract.listOrders, async ({ asker: { account }, query }) => {
        const wrong = checkDays(query);
        if (wrong !== undefined) return err(wrong);
        const period = periodOf(query);
        const page = await pageByMoment(
          { ...query, before: period.before },
          (before, limit) => orders.list(account, { ...period, before }, limit),
          ({ placedAt }) => placedAt,
        );
        return page.ok ? ok({ orders: page.value.items.map(showOrder), next: page.value.next }) : page;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, contract.shopSightDoors.listWaitingCalls, async ({ asker: { account }, query }) => {
        const wrong = checkDays(query);
        if (wrong !== undefined) return err(wrong);
        const period = periodOf(query);
        const page = await pageByMoment(
          { ...query, before: period.before },
          (before, limit) => callsWaiting(money, account, { ...period, before }, limit),
          ({ rangAt }) => instant(Date.parse(rangAt)),
        );
        return page.ok ? ok({ calls: [...page.value.items], next: page.value.next }) : page;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, contract.listCallOrders, async ({ asker: { account }, params }) => {
        const call = parseId<CallId>(params.id);
        if (!call.ok || (await calls.facts(account, call.value)) === undefined) return err({ code: "call_unknown" });
        return ok({ orders: (await orders.ordersOfCall(account, call.value)).map(showOrder) });
      }),
    );
}

function orderRules(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, contract.getOrderRules, async ({ asker: { account }, params }) => {
        const site = await ownSite(deps, account, params.id);
        if (!site.ok) return site;
        const { windowMs, matchesCallers } = await deps.orders.orderRules(account, site.value);
        return ok({ windowDays: windowMs / day, matchesCallers });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, contract.setOrderRules, async ({ asker: { account, actor }, params, body }) => {
        const site = await ownSite(deps, account, params.id);
        if (!site.ok) return site;
        const rules = { windowMs: Math.round(body.windowDays * day), matchesCallers: body.matchesCallers };
        await deps.orders.saveOrderRules(account, site.value, rules);
        const entry = { actor, action: "order_rules.changed", object: site.value, at: deps.now(), facts: { ...body } };
        await deps.accounts.audit(account, entry);
        return ok(body);
      }),
    );
}

async function ownSite(
  { directory }: Deps,
  account: AccountId,
  id: string,
): Promise<Result<SiteId, Extract<ManageReason, { readonly code: "site_unknown" }>>> {
  const site = (await directory.sitesOf(account)).find((one) => one.site === id);
  return site === undefined ? err({ code: "site_unknown" }) : ok(site.site);
}

function siteOf(text: string | undefined): SiteId | undefined {
  const site = text === undefined ? undefined : parseId<SiteId>(text);
  return site?.ok === true ? site.value : undefined;
}

function periodOf(asked: {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
  readonly site?: string | undefined;
}): ReportPeriod {
  const dayOf = daysIn(asked.timeZone);
  return {
    site: siteOf(asked.site),
    from: startOfDay(asked.from, dayOf),
    before: startOfDay(dayAfter(asked.to), dayOf),
  };
}
