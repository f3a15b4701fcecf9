import type { Sql } from "postgres";
import { instant } from "@ringtrail/core";
import type { Holding } from "@ringtrail/core/attribution";
import type { VisitStore, VisitStory } from "@ringtrail/core/ports";
import { answerOf, oneAnswer } from "./ask.ts";

/** Visits and what they saw. Every method is one statement. */
export function visitStore(sql: Sql): VisitStore {
  return {
    append: (account, visit, signs) =>
      oneAnswer(
        sql<{ answer: boolean }[]>`
          select ringtrail.append_signs(${account}, ${visit}, ${JSON.stringify(signs)}) as answer`,
      ),
    story: (account, visit) =>
      answerOf(sql<{ answer: VisitStory | null }[]>`select ringtrail.visit_story(${account}, ${visit}) as answer`),
    holdings: (account, number, rangAt, windowMs) =>
      oneAnswer(
        sql<{ answer: Holding[] }[]>`
          select ringtrail.holdings(${account}, ${number}, ${rangAt}, ${windowMs}) as answer`,
      ),
    lastHeld: async (account, number, rangAt) => {
      const ms = await answerOf(
        sql<{ answer: number | null }[]>`select ringtrail.last_held(${account}, ${number}, ${rangAt}) as answer`,
      );
      return ms === undefined ? undefined : instant(ms);
    },
    forgetVisitor: (account, visitor) =>
      oneAnswer(sql<{ answer: number }[]>`select ringtrail.forget_visitor(${account}, ${visitor}) as answer`),
  };
}
