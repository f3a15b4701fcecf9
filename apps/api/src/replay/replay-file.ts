import { learnSite, makeSiteMemory, makeTallier, posterior, priorParameters } from "@ringtrail/core/attribution";
import type { CallParameters, ReplayAnswer, ReplayEvent } from "@ringtrail/core/attribution";
import type { JsonLine, LineProblem } from "../cli/read-lines.ts";
import { eventReader } from "./read-event.ts";
import { trustTaps } from "./trust-taps.ts";

/** Events in the order of time, with the lines they stood in. */
export interface EventFile {
  readonly events: readonly ReplayEvent[];
  /** Lines that say nothing, or nothing that can be placed. */
  readonly problems: readonly FileProblem[];
}

/** Why a line was passed over. */
export interface FileProblem extends LineProblem {
  readonly line: number;
}

/** Reads all events. Those that stand out of order are put in order; of two at one instant the first one stays first. */
export async function readEvents(lines: AsyncIterable<JsonLine>): Promise<EventFile> {
  const read = eventReader();
  const events: ReplayEvent[] = [];
  const problems: FileProblem[] = [];
  let isSorted = true;
  let latest = -Infinity;
  for await (const line of lines) {
    const one = "problem" in line ? line : read(line.value);
    if ("problem" in one) {
      problems.push({ line: line.line, ...one.problem });
      continue;
    }
    isSorted &&= one.event.at >= latest;
    latest = one.event.at;
    events.push(one.event);
  }
  if (!isSorted) events.sort((a, b) => a.at - b.at);
  return { events: trustTaps(events), problems };
}

/** Learns a site's parameters from all its events. */
export function learnEvents(events: readonly ReplayEvent[]): CallParameters {
  const tallier = makeTallier();
  const memory = makeSiteMemory(tallier);
  for (const event of events) {
    const known = memory.observe(event);
    if (typeof known === "object") tallier.call(known);
  }
  return learnSite(tallier.end(events.at(-1)?.at ?? 0), "learned");
}

/** Judges the calls one by one, from what was known when each rang; tells what could not be placed. */
export function* judgeEvents(
  events: readonly ReplayEvent[],
  parameters: CallParameters = priorParameters,
): Generator<{ readonly answer: ReplayAnswer } | { readonly problem: LineProblem }> {
  const memory = makeSiteMemory();
  const judge = posterior(parameters);
  for (const event of events) {
    const known = memory.observe(event);
    if (known === undefined) continue;
    if (typeof known === "object") yield { answer: judge(known) };
    else yield { problem: { code: known, detail: sayPassedOver[known](event) } };
  }
}

const name = (event: ReplayEvent) => ("visit" in event ? event.visit : event.id);
const sayPassedOver = {
  visit_unknown: (event: ReplayEvent) => `The visit ${name(event)} was shown no number before.`,
  number_not_shown: (event: ReplayEvent) => `The visit ${name(event)} tapped a number it was not shown.`,
  call_repeated: (event: ReplayEvent) => `The call ${name(event)} was answered already.`,
} as const;
