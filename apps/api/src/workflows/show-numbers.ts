import type { SwapResponse } from "@ringtrail/api-contract";
import { writtenNumber, type E164, type NumberId } from "@ringtrail/core";
import type { Touch } from "@ringtrail/core/attribution";
import type { Lent } from "@ringtrail/core/number-pool";
import type { SiteSettings, TargetNumber } from "@ringtrail/core/ports";
import { remember } from "../remember.ts";
import { findSourceNumber } from "./find-source-number.ts";
import { takenBy } from "./taken-by.ts";

/** A pattern is some hundred characters put together one by one, and a number's never changes. */
const written = remember(5_000, writtenNumber);

type Shown = SwapResponse["numbers"][number];

/** What stands in place of a target number that was lent from a pool, or was not. */
export function showLent(site: SiteSettings, target: TargetNumber, lent: Lent | undefined): Shown {
  if (lent?.number === undefined) return shown(site, target, target.e164, "own");
  return shown(site, target, lent.number.e164, lent.how, lent.number.id);
}

/** The number of the visit's source, which needs no visit; without one the page's own. */
export function showSource(site: SiteSettings, target: TargetNumber, touch: Touch | undefined): Shown {
  const source = touch && findSourceNumber(site, target.id, touch);
  if (source === undefined) return showLent(site, target, undefined);
  return shown(site, target, source.e164, "source", source.number);
}

/** With the way the number may be written, by which the page finds it again. */
function shown(site: SiteSettings, target: TargetNumber, e164: E164, how: Shown["how"], number?: NumberId): Shown {
  const takes = takenBy(site, number);
  return { target: target.id, ...written(e164), takes, how, ...(number && { number }) };
}
