import { planNotInService, planUnrecorded, type CallPlan } from "@ringtrail/core/call-flow";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import type { Deps } from "../deps.ts";

/**
 * What a caller gets when the ordinary way failed or took too long: the business, unrecorded, from the route as it was
 * a moment ago. Undefined when even that is not known; then the carrier must ask the number's own fallback address.
 */
export function answerAnyway(
  deps: Pick<Deps, "snapshot">,
  connection: Pick<CarrierConnection, "id">,
  { dialled }: Pick<CarrierReport, "dialled">,
): CallPlan | undefined {
  if (dialled === undefined) return undefined;
  const route = deps.snapshot.route(connection.id, dialled);
  if (route !== undefined) return planUnrecorded(route.flow);
  // A snapshot without any route knows nothing; one with routes knows that this number is none of them.
  return deps.snapshot.routes().length > 0 ? planNotInService() : undefined;
}
