import { decideRecording, strictestDecision, type RecordingQuestion } from "@ringtrail/core/consent";
import { aRuleSet } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { explainRecording } from "./explain-recording.ts";

const names: Readonly<Record<string, string>> = { "US-CA": "California", "US-TX": "Texas" };
const nameOf = (place: string) => names[place] ?? place;

function explain(question: Partial<RecordingQuestion>) {
  const decided = decideRecording(aRuleSet(), { businessJurisdictions: ["US-TX"], ...question });
  if (!decided.ok) throw new Error(decided.reason.code);
  return explainRecording(decided.value, nameOf);
}

test("a California number at a Texas business is explained in plain words, with its authority", () => {
  expect(explain({ caller: { number: "+14155550123" } })).toEqual({
    headline: "Announce first, then record.",
    lines: [
      "The strictest place is California: every party must know of the recording.",
      "Nobody stated where the caller is; there are only hints. What is not known is treated as strict.",
      "The caller's number was first assigned in California. That is a hint, not a proof: numbers move with people.",
      "Courts differ on whose law counts. The place of recording asks for no announcement, the caller's for an announcement; the stricter was taken.",
    ],
    authorities: expect.arrayContaining(["the law of US-CA (source read, 2026-11)"]),
    footnote: "Rule set test 1.0.0, as of 2026-11. Facts with citations, not legal advice.",
  });
});

const headlines: [headline: string, question: Partial<RecordingQuestion>][] = [
  ["Do not record this call.", { flags: { refused: true } }],
  ["Do not record this part of the call.", { flags: { cardDataSegment: true } }],
  ["Record your own side only.", { flags: { refused: true }, policy: { businessSideAlone: true } }],
  ["Ask first, and record only after a yes.", { caller: { declared: "DE" } }],
  [
    "Record. No announcement is needed.",
    { caller: { declared: "US-TX" }, policy: { want: "silent", silence: { reason: "test line", author: "Ann" } } },
  ],
];

test.each(headlines)("%s", (headline, question) => {
  expect(explain(question).headline).toBe(headline);
});

test("an owner who asks for more than the law is told both", () => {
  expect(explain({ caller: { declared: "US-TX" } }).lines).toEqual([
    "The law alone asks for no announcement; this call is held to more.",
    "One party's consent is enough in Texas and in every other place that may govern.",
    "Ringtrail advises announcing on every call, even where silence is lawful.",
  ]);
});

test("Washington's own wish is said", () => {
  expect(explain({ caller: { declared: "US-WA" } }).lines).toContain(
    "The announcement must be heard inside the recording too.",
  );
});

test("without a rule set the caller is told so", () => {
  expect(explainRecording(strictestDecision(), nameOf)).toMatchObject({
    headline: "Announce first, then record.",
    footnote: "No rule set was loaded. This is not legal advice.",
  });
});
