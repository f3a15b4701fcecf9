import type { CallQuery } from "@ringtrail/core/ports";
import { eq, gte, inArray, lt, sql, type SQL } from "../drizzle.ts";
import { careCalls } from "../schema/index.ts";

/** What a call to a site in healthcare mode must be to stand in a list; the core's `isListedBeside` says it of one call. */
export function careCallConditions(query: CallQuery): readonly (SQL | undefined)[] {
  const { site, from, before, spam, touch, who, outcome, firstTime, words, orCalls = [] } = query;
  const flagged = sql`ringtrail.is_spam(${careCalls.state})`;
  const asksTheWay = touch !== undefined || who !== undefined || firstTime !== undefined;
  return [
    asksTheWay || (words !== undefined && orCalls.length === 0) ? sql`false` : undefined,
    words === undefined || orCalls.length === 0 ? undefined : inArray(careCalls.id, [...orCalls]),
    site === undefined ? undefined : eq(careCalls.siteId, site),
    from === undefined ? undefined : gte(careCalls.rangAt, from),
    before === undefined ? undefined : lt(careCalls.rangAt, before),
    spam === undefined ? undefined : spam === "only" ? flagged : sql`not ${flagged}`,
    outcome === undefined ? undefined : sql`ringtrail.outcome_of(${careCalls.state}) = ${outcome}`,
  ];
}
