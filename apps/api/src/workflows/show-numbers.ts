import type { SwapResponse } from "@ringtrail/api-contract";
import type { Touch } from "@ringtrail/core/attribution";
import type { Lent } from "@ringtrail/core/number-pool";
import type { SiteSettings, TargetNumber } from "@ringtrail/core/ports";
import { findSourceNumber } from "./find-source-number.ts";

type Shown = SwapResponse["numbers"][number];

/** What stands in place of a target number that was lent from a pool, or was not. */
export function showLent(target: TargetNumber, lent: Lent | undefined): Shown {
  if (lent?.number === undefined) return { target: target.id, e164: target.e164, how: "own" };
  return { target: target.id, e164: lent.number.e164, number: lent.number.id, how: lent.how };
}

/** The number of the visit's source, which needs no visit; without one the page's own. */
export function showSource(site: SiteSettings, target: TargetNumber, touch: Touch | undefined): Shown {
  const source = touch && findSourceNumber(site, target.id, touch);
  if (source === undefined) return showLent(target, undefined);
  return { target: target.id, e164: source.e164, number: source.number, how: "source" };
}
