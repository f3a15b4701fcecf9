import type { AccountId } from "@ringtrail/core";
import type { NumberRoute } from "@ringtrail/core/ports";
import type { ClinicFlows } from "./clinic-flows.ts";
import { wholeRoute } from "./name-absent.ts";

/** A route with a clinic's flow, which the marketing side's row has not; undefined when there is nowhere to ring. */
export async function clinicRoute(route: NumberRoute, clinics: ClinicFlows): Promise<NumberRoute | undefined> {
  const flow = await clinics.wholeFlow(route.account, route.site, route.flow);
  return flow && wholeRoute({ ...route, flow });
}

/** As `clinicRoute`, for many: each account's clinics are read once. */
export async function clinicRoutes(
  routes: readonly NumberRoute[],
  clinics: ClinicFlows,
): Promise<readonly NumberRoute[]> {
  const withClinics = new Set(routes.flatMap(({ account, flow }) => (flow.isHealthcare === true ? [account] : [])));
  const flows = new Map<AccountId, Awaited<ReturnType<ClinicFlows["flowsOf"]>>>();
  for (const account of withClinics) flows.set(account, await clinics.flowsOf(account));
  const whole: NumberRoute[] = [];
  for (const route of routes) {
    const flow = flows.get(route.account)?.get(route.site);
    const found = flow === undefined ? await clinicRoute(route, clinics) : wholeRoute({ ...route, flow });
    if (found !== undefined) whole.push(found);
  }
  return whole;
}
