import type { CallParameters } from "../call-parameters.ts";
import { learnSite } from "../learn/learn-site.ts";
import { makeTallier } from "../learn/tally-calls.ts";
import type { Judge } from "../replay/judge-situation.ts";
import { makeSiteMemory } from "../replay/site-memory.ts";
import { makeScorer, type Quality } from "./score-answers.ts";
import type { WorldStory } from "./simulate-world.ts";

/** Judges all calls of a story and compares the answers with the truth. */
export function tryWorld(story: WorldStory, judges: readonly Judge[]): readonly Quality[] {
  const steps = tryWorldInSteps(story, judges);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** As `tryWorld`, for whoever must see to other things in between: each step is one event. */
export function* tryWorldInSteps(
  { events, truth }: WorldStory,
  judges: readonly Judge[],
): Generator<undefined, readonly Quality[]> {
  const memory = makeSiteMemory();
  const scorers = judges.map((judge) => ({ judge, scorer: makeScorer() }));
  for (const event of events) {
    yield undefined;
    const situation = memory.observe(event);
    if (event.type !== "call" || typeof situation !== "object") continue;
    const who = truth.get(event.id);
    if (who === undefined) continue;
    for (const { judge, scorer } of scorers) scorer.add(judge(situation), who);
  }
  return scorers.map(({ scorer }) => scorer.quality());
}

/** What everybody else does: the call is the visit's that was shown the number last, and no doubt is told. */
export const lastVisitor: Judge = ({ call, shown }) => {
  const last = shown.at(-1);
  const candidates = last === undefined ? [] : [{ visit: last.visit.id, source: last.source, probability: 1 }];
  const nobody = last === undefined ? 1 : 0;
  return {
    id: call.id,
    match: last === undefined ? "none" : "likely",
    confidence: 1,
    candidates,
    returning: 0,
    nobody,
  };
};

/** What a site's parameters are after its story was learned, without a look at the truth. */
export function learnStory({ events }: Pick<WorldStory, "events">, version: string): CallParameters {
  const tallier = makeTallier();
  const memory = makeSiteMemory(tallier);
  for (const event of events) {
    const situation = memory.observe(event);
    if (typeof situation === "object") tallier.call(situation);
  }
  return learnSite(tallier.end(events.at(-1)?.at ?? 0), version);
}
