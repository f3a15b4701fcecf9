import type { Sql } from "postgres";
import { instant, type SiteId } from "@ringtrail/core";
import type { HourCount, VisitStore, VisitStory } from "@ringtrail/core/ports";
import { answerOf, oneAnswer } from "./ask.ts";
import { wholeTouch } from "./name-absent.ts";
import { readPageSightings, readSightings } from "./read-sightings.ts";
import { readHolding, type HoldingRow } from "./read-holding.ts";

/**
 * Visits and what they saw. Every method is one statement.
 *
 * @param ring for who may be calling: a ringing call does not stand in line behind pages that are lent numbers.
 * @param desk for what no page and no call waits for.
 */
export function visitStore(sql: Sql, ring: Sql, desk: Sql): VisitStore {
  return {
    sightings: (account, site, since) => readSightings(sql, account, site, since),
    pageSightings: (account, site, path, since) => readPageSightings(desk, { account, site, path, since }),
    append: (account, visit, signs) =>
      oneAnswer(
        sql<{ answer: boolean }[]>`
          select ringtrail.append_signs(${account}, ${visit}, ${JSON.stringify(signs)}) as answer`,
      ),
    story: async (account, visit) => {
      const story = await answerOf(
        sql<{ answer: VisitStory | null }[]>`select ringtrail.visit_story(${account}, ${visit}) as answer`,
      );
      return story && wholeStory(story);
    },
    holdings: async (account, number, rangAt, windowMs) => {
      const holdings = await oneAnswer(
        ring<{ answer: HoldingRow[] }[]>`
          select ringtrail.holdings(${account}, ${number}, ${rangAt}, ${windowMs}) as answer`,
      );
      return holdings.map(readHolding);
    },
    lastHeld: async (account, number, rangAt) => {
      const ms = await answerOf(
        ring<{ answer: number | null }[]>`select ringtrail.last_held(${account}, ${number}, ${rangAt}) as answer`,
      );
      return ms === undefined ? undefined : instant(ms);
    },
    hours: (account, since) =>
      oneAnswer(desk<{ answer: HourCount<SiteId>[] }[]>`select ringtrail.visit_hours(${account}, ${since}) as answer`),
    forgetVisitor: (account, visitor) =>
      oneAnswer(sql<{ answer: number }[]>`select ringtrail.forget_visitor(${account}, ${visitor}) as answer`),
  };
}

function wholeStory({ landing, touch, shown, ...story }: VisitStory): VisitStory {
  const { host, path, query, domain, referrerHost, referrerDomain, region } = landing;
  return {
    ...story,
    landing: { host, path, query, domain, referrerHost, referrerDomain, region },
    touch: wholeTouch(touch),
    shown: shown.map(({ pool, number, how, at }) => ({ pool, number, how, at })),
  };
}
