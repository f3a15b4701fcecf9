import { decideRecording, isLooser, type CallerEvidence, type RecordingQuestion } from "@ringtrail/core/consent";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyPlace, anyQuestion } from "./any-question.ts";
import { decide, rules } from "./rules.ts";

const runs = { numRuns: 10_000 };

test("a further place of a party that has one never loosens the answer", () => {
  const anyFurther = fc.oneof(
    anyPlace.map((place) => (question: RecordingQuestion) => withBusiness(question, place)),
    anyPlace.map((place) => (question: RecordingQuestion) => ({
      ...question,
      agentLocation: question.agentLocation ?? place,
    })),
    anyPlace.map((place) => (question: RecordingQuestion) => ({
      ...question,
      recordingLocation: question.recordingLocation ?? place,
    })),
    anyPlace.map(
      (place) => (question: RecordingQuestion) => withCaller(question, { geoIp: question.caller?.geoIp ?? place }),
    ),
    anyPlace.map(
      (place) => (question: RecordingQuestion) => withCaller(question, { billing: question.caller?.billing ?? place }),
    ),
    anyPlace.map((place) => (question: RecordingQuestion) => withVisit(question, place)),
  );
  fc.assert(
    fc.property(anyQuestion, anyFurther, (question, further) => {
      const [before, after] = [decide(question), decide(further(question))];
      expect(isLooser(after.minimum, before.minimum)).toBe(false);
      expect(isLooser(after.applied, before.applied)).toBe(false);
    }),
    runs,
  );
});

test("a number never loosens the answer for a caller whose place is stated", () => {
  fc.assert(
    fc.property(anyQuestion, anyPlace, (question, declared) => {
      const stated = { ...question, caller: { ...question.caller, declared } };
      const unnumbered = { ...stated, caller: { ...stated.caller, number: undefined } };
      expect(isLooser(decide(stated).minimum, decide(unnumbered).minimum)).toBe(false);
    }),
    runs,
  );
});

test("the order of places and visits, and saying one twice, changes nothing", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const { businessJurisdictions: places, caller } = question;
      const turned = {
        ...question,
        businessJurisdictions: [...places, ...places].toReversed(),
        caller: { ...caller, visits: [...(caller?.visits ?? []), ...(caller?.visits ?? [])].toReversed() },
      };
      expect(decide(turned)).toEqual(decide(question));
    }),
    runs,
  );
});

test("a caller whose place nobody stated is never recorded silently", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const unstated = { ...question, caller: { ...question.caller, declared: undefined } };
      expect(decide(unstated).minimum).not.toBe("silent");
    }),
    runs,
  );
});

test("every answer has a citation, a reason, and is as strict as every place alone", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const decision = decide(question);
      expect(decision.citations.length).toBeGreaterThan(0);
      expect(decision.citations.every(({ text }) => text !== "")).toBe(true);
      expect(decision.reasons.length).toBeGreaterThan(0);
      expect(decision.considered.filter(({ law }) => isLooser(decision.minimum, law))).toEqual([]);
    }),
    runs,
  );
});

test("advice and policy never ask for less than the law, and the business alone needs the owner's word", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const { minimum, recommended, applied, sides } = decide(question);
      expect(isLooser(recommended, minimum) || isLooser(applied, minimum)).toBe(false);
      expect(sides === "both").toBe(applied !== "do_not_record");
      expect(sides === "business_only" && question.policy?.businessSideAlone !== true).toBe(false);
    }),
    runs,
  );
});

test("the same question gets the same answer, and the answer survives JSON", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const decision = decide(question);
      expect(decide(structuredClone(question))).toEqual(decision);
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
    }),
    runs,
  );
});

test("a decision does not repeat the caller's number", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const digits = question.caller?.number?.slice(1) ?? "no number was given";
      expect(JSON.stringify(decide(question))).not.toContain(digits);
    }),
    runs,
  );
});

test("whatever is asked, the answer is a decision or a reason with a field, and never a throw", () => {
  const anyText = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "US-", "us-tx", "+1", "EU-1"));
  fc.assert(
    fc.property(anyQuestion, anyText, (question, text) => {
      const asked = { ...question, businessJurisdictions: [text], caller: { number: text, declared: text } };
      const decided = decideRecording(rules, asked);
      expect(decided.ok || decided.reason.field !== "").toBe(true);
    }),
    runs,
  );
});

function withBusiness(question: RecordingQuestion, place: string): RecordingQuestion {
  return { ...question, businessJurisdictions: [...question.businessJurisdictions, place] };
}

function withCaller(question: RecordingQuestion, more: Partial<CallerEvidence>): RecordingQuestion {
  return { ...question, caller: { ...question.caller, ...more } };
}

function withVisit(question: RecordingQuestion, place: string): RecordingQuestion {
  return withCaller(question, { visits: [...(question.caller?.visits ?? []), { place, probability: 0.5 }] });
}
