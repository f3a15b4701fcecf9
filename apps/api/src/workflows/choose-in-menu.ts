import type { Instant } from "@ringtrail/core";
import { planAfterChoice, type CallPlan } from "@ringtrail/core/call-flow";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";
import { planOn } from "./plan-on.ts";

/** The caller chose in a menu, answered a challenge, or did neither in time: keeps that, and plans what comes next. */
export function chooseInMenu(
  deps: Deps,
  connection: CarrierConnection,
  report: CarrierReport,
  at: Instant,
): Promise<CallPlan> {
  const chose = report.events.find((event) => event.kind === "chose");
  return planOn(deps, connection, report, at, ({ walk }) => planAfterChoice(walk, report.step, chose?.keys ?? ""));
}
