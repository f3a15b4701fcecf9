import { randomUUID } from "node:crypto";
import type { CallId, Instant } from "@ringtrail/core";
import type { NewCall, NumberRoute } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";

/** A call as it is first heard of, on the way its number leads. */
export interface CallHeard {
  readonly route: NumberRoute;
  readonly connection: NewCall["connection"];
  readonly carrierRef: string;
  readonly rangAt: Instant;
  readonly healed: boolean;
}

/**
 * A call with an id of its own. Ids tell when they were made, so that rows lie in order; of a call to a site in healthcare
 * mode nothing may tell that, and its id is random.
 */
export function newCall({ newId }: Pick<Deps, "newId">, { route, ...heard }: CallHeard): NewCall {
  const { number, site, flow } = route;
  if (flow.isHealthcare !== true) return { ...heard, id: newId<CallId>(), number, site };
  return { ...heard, id: randomUUID() as string as CallId, number, site, isHealthcare: true };
}
