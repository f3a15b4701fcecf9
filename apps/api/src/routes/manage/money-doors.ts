import * as contract from "@ringtrail/api-contract";
import { err, ok, parseId, type AccountId, type CallId, type Result, type SiteId } from "@ringtrail/core";
import { Hono } from "hono";
import type { AppEnv } from "../../app-env.ts";
import type { Asker } from "../../auth/identify-asker.ts";
import { csvHeaders } from "../../csv/csv-text.ts";
import type { Deps } from "../../deps.ts";
import type { ManageReason } from "../../http/manage-reason.ts";
import { reportCalls } from "../../report/report-calls.ts";
import { reportCsv } from "../../report/report-csv.ts";
import { showReport } from "../../show/show-report.ts";
import { loadNumbers } from "../../workflows/load-call.ts";
import { checkDays } from "./check-days.ts";
import { costDoors } from "./cost-doors.ts";
import type { CheckedRequest } from "./manage-door.ts";
import { refuse, serveEndpoint, serveStream, type DoorGround } from "./serve-endpoint.ts";

/** What calls cost, what they were worth, and the report of both. */
export function moneyDoors(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route("/", report(deps, ground))
    .route("/", costDoors(deps, ground))
    .route(
      "/",
      serveEndpoint(ground, contract.getCallValue, async ({ asker: { account }, params }) => {
        const call = parseId<CallId>(params.id);
        if (!call.ok || (await deps.calls.facts(account, call.value)) === undefined)
          return err({ code: "call_unknown" });
        const value = await deps.money.valueOf(account, call.value);
        return value === undefined
          ? err({ code: "value_absent" })
          : ok({ amount: value.micros / 1e6, currency: value.currency });
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, contract.setCallValue, async ({ asker: { account, actor }, params, body }) => {
        const value = { micros: Math.round(body.amount * 1e6), currency: body.currency };
        const kept = await keepValue(deps, account, { id: params.id, actor, value });
        return kept.ok ? ok(body) : kept;
      }),
    )
    .route(
      "/",
      serveEndpoint(ground, contract.removeCallValue, ({ asker: { account, actor }, params }) =>
        keepValue(deps, account, { id: params.id, actor, value: undefined }),
      ),
    );
}

async function keepValue(
  { money, accounts, now }: Deps,
  account: AccountId,
  told: { readonly id: string; readonly actor: string; readonly value: Parameters<typeof money.setValue>[2] },
): Promise<Result<undefined, ManageReason>> {
  const { id, actor, value } = told;
  const call = parseId<CallId>(id);
  if (!call.ok || !(await money.setValue(account, call.value, value, now()))) return err({ code: "call_unknown" });
  await accounts.audit(account, { actor, action: "call.valued", object: call.value, at: now(), facts: { ...value } });
  return ok(undefined);
}

function report(deps: Deps, ground: DoorGround): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route(
      "/",
      serveEndpoint(ground, contract.getCallReport, ({ asker, query }) => makeReport(deps, asker, query)),
    )
    .route(
      "/",
      serveStream(ground, contract.exportCallReport, async ({ asker, query }, c) => {
        const made = await makeReport(deps, asker, query);
        if (!made.ok) return refuse(c, made.reason);
        return c.body(reportCsv(made.value), 200, csvHeaders(`calls-by-${query.by}-${query.from}-${query.to}.csv`));
      }),
    );
}

async function makeReport(
  deps: Deps,
  { account }: Pick<Asker, "account">,
  query: CheckedRequest<typeof contract.getCallReport>["query"],
): Promise<Result<contract.CreditReportShown, ManageReason>> {
  const wrong = checkDays(query);
  if (wrong !== undefined) return err(wrong);
  const site = query.site === undefined ? undefined : parseId<SiteId>(query.site);
  const asked = { ...query, account, site: site?.ok === true ? site.value : undefined };
  const made = await reportCalls({ money: deps.money, numbers: await loadNumbers(deps, account) }, asked);
  return made.ok ? ok(showReport(asked, made.value)) : made;
}
