import { describe, expect, test } from "vitest";
import { hour, minute, second } from "../../time.ts";
import { priorParameters } from "../call-parameters.ts";
import { posterior, type ReplayAnswer } from "./judge-situation.ts";
import type { ReplayEvent } from "./replay-event.ts";
import { makeSiteMemory } from "./site-memory.ts";

const shown = (visit: string, at: number, number = "n1", source = "ads"): ReplayEvent => ({
  type: "shown",
  at,
  number,
  visit,
  source,
});
const call = (id: string, at: number, over: object = {}): ReplayEvent => ({
  type: "call",
  at,
  id,
  number: "n1",
  ...over,
});
const total = ({ candidates, returning, nobody }: ReplayAnswer) =>
  candidates.reduce((sum, { probability }) => sum + probability, returning + nobody);

/** Everything a memory answers to a story. */
function replay(...events: readonly ReplayEvent[]) {
  const memory = makeSiteMemory();
  const judge = posterior(priorParameters);
  return events.flatMap((event) => {
    const known = memory.observe(event);
    if (known === undefined) return [];
    return [typeof known === "string" ? known : judge(known)];
  });
}

/** The one answer of a story with one call. */
function answer(...events: readonly ReplayEvent[]): ReplayAnswer {
  return replay(...events)[0] as ReplayAnswer;
}

describe("the right answer", () => {
  test("a call before any impression is from nobody we know", () => {
    expect(answer(call("c", 0))).toMatchObject({ match: "none", nobody: 1, candidates: [], confidence: 1 });
  });

  test("a number that two pools showed has the visits of both as candidates", () => {
    const found = answer(shown("ann", 0), shown("bob", second, "n1", "maps"), call("c", minute));

    expect(found.candidates.map(({ visit, source }) => [visit, source])).toEqual([
      ["bob", "maps"],
      ["ann", "ads"],
    ]);
    expect(total(found)).toBeCloseTo(1, 12);
  });

  test("a visit that was shown a number twice is one candidate, from when it was shown first", () => {
    const twice = answer(shown("ann", 0), shown("ann", minute), call("c", 2 * minute));

    expect(twice.candidates).toHaveLength(1);
    expect(twice.candidates[0]?.probability).toBe(
      answer(shown("ann", 0), { type: "seen", at: minute, visit: "ann" }, call("c", 2 * minute)).candidates[0]
        ?.probability,
    );
  });

  test("a page's clock that runs ahead of the carrier's makes no age negative", () => {
    const found = answer(
      shown("ann", 0),
      { type: "tap", at: minute, visit: "ann", number: "n1" },
      call("c", minute, { caller: "x" }),
    );

    expect(found.match).toBe("exact");
    expect(total(found)).toBeCloseTo(1, 12);
  });

  test("the visit that tapped leads, the visit that hid its page falls behind", () => {
    const both = [shown("ann", 0), shown("bob", 0)];
    const tapped = answer(...both, { type: "tap", at: minute, visit: "ann", number: "n1" }, call("c", minute + 9_000));
    const hidden = answer(...both, { type: "hidden", at: second, visit: "ann" }, call("c", 20_000));

    expect(tapped).toMatchObject({ match: "exact", candidates: [{ visit: "ann" }, { visit: "bob" }] });
    expect(hidden.candidates[0]?.visit).toBe("bob");
  });

  test("who called is counted for two weeks: each call on its number, each person once", () => {
    const memory = makeSiteMemory();
    const days = (nth: number) => nth * 24 * hour;
    memory.observe(shown("ann", 0));
    for (const [id, at, caller] of [
      ["c1", 0, "old"],
      ["c2", days(10), "x"],
      ["c3", days(11), "x"],
      ["c4", days(12), "y"],
    ] as const) {
      memory.observe(call(id, at, { caller }));
    }
    memory.observe(call("c5", days(12), { caller: "z", number: "n2" }));

    expect(memory.observe(call("c6", days(20), { caller: "x" }))).toMatchObject({ ringsOnNumber: 3, people: 3 });
  });

  test("somebody who called this number an hour ago and has no visit since calls again", () => {
    const [, again] = replay(call("c1", 0, { caller: "x" }), call("c2", 30 * minute, { caller: "x" }));

    expect(again).toMatchObject({ match: "returning" });
  });

  test("a caller's region speaks for the visit it belongs to", () => {
    const from = (visit: string, region: string): ReplayEvent => ({ ...shown(visit, 0), region }) as ReplayEvent;
    const found = answer(from("ann", "US-CA"), from("bob", "US-NY"), call("c", hour, { callerRegion: "US-NY" }));

    expect(found.candidates[0]?.visit).toBe("bob");
    expect(found.candidates[0]?.probability).toBeGreaterThan(5 * (found.candidates[1]?.probability ?? 1));
  });
});

test("what cannot be placed is named, and changes nothing", () => {
  const story = [
    { type: "seen", at: 0, visit: "ghost" },
    shown("ann", 1),
    { type: "tap", at: 2, visit: "ann", number: "n2" },
    call("c", minute),
    call("c", minute),
  ] as const;

  expect(replay(...story)).toEqual([
    "visit_unknown",
    "number_not_shown",
    answer(shown("ann", 1), { type: "seen", at: 2, visit: "ann" }, call("c", minute)),
    "call_repeated",
  ]);
});
