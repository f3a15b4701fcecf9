import type { CallId } from "../ids.ts";
import type { CreditableCall, HealthcareCounts } from "../ports/index.ts";
import type { Instant } from "../time.ts";
import { touchOfWay } from "./way-of-call.ts";

/**
 * The calls of a published count as reports take calls: each with the way it shares with all others of its cell, on the
 * last day of the period, and with an id that is nobody's. A report of them adds up to the published cells.
 */
export function callsOfCounts(
  { cells }: Pick<HealthcareCounts, "cells">,
  lastDay: Instant,
  newId: () => CallId,
): readonly CreditableCall[] {
  const nothing = { number: undefined, value: undefined, orders: [], callers: [], returning: 0 };
  return cells.flatMap(({ path, calls }) => {
    const sourceTouch = touchOfWay(path);
    return Array.from({ length: calls }, () => ({ ...nothing, id: newId(), rangAt: lastDay, sourceTouch }));
  });
}
