import type { Instant } from "@ringtrail/core";
import { planAfterChoice, planNotInService, type CallPlan } from "@ringtrail/core/call-flow";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { allowOn, callUnderWay } from "./plan-on.ts";

/** The caller chose in a menu, answered a challenge, or did neither in time: keeps that, and plans what comes next. */
export async function chooseInMenu(
  deps: Deps,
  connection: CarrierConnection,
  report: CarrierReport,
  at: Instant,
): Promise<CallPlan> {
  const under = await callUnderWay(deps, connection, report, at);
  if (!under.ok) return planNotInService();
  const chose = report.events.find((event) => event.kind === "chose");
  const plan = planAfterChoice(under.value.walk, report.step, chose?.keys ?? "");
  await allowOn(deps, under.value, plan, at);
  return plan;
}
