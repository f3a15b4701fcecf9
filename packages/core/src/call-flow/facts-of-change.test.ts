import fc from "fast-check";
import { expect, test } from "vitest";
import { anAnsweredCall, at } from "../../testing/index.ts";
import type { CallEvent } from "./call-event.ts";
import { factsOfChange, isVoicemail } from "./facts-of-change.ts";
import { foldCall, ringing } from "./fold-call.ts";

/** What is told while these events come one by one. */
function told(events: readonly CallEvent[]): readonly string[] {
  const states = events.map((_event, nth) => foldCall(events.slice(0, nth + 1)));
  return states.flatMap((state, nth) => factsOfChange(states[nth - 1] ?? ringing, state));
}

test("an answered call is told as answered, then as completed", () => {
  expect(told(anAnsweredCall())).toEqual(["call.answered", "call.completed"]);
});

test("in whatever order and however often its events come, a call is completed once and answered at most once, before it", () => {
  const events = anAnsweredCall();
  const anyOrder = fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 });
  fc.assert(
    fc.property(anyOrder, (shuffled) => {
      const facts = told(shuffled);
      expect(facts.filter((fact) => fact === "call.completed")).toHaveLength(1);
      expect(facts.lastIndexOf("call.answered")).toBeLessThan(facts.indexOf("call.completed"));
      expect(facts.filter((fact) => fact === "call.answered").length).toBeLessThan(2);
      expect(facts.indexOf("call.updated")).not.toBe(0);
    }),
  );
});

test("a state that was stored and read again is no update", () => {
  const ended = foldCall(anAnsweredCall());
  const { phase, ...rest } = JSON.parse(JSON.stringify(ended));

  expect(factsOfChange(ended, { ...rest, phase })).toEqual([]);
});

test("a text that is due is told at once, for a program of the owner's to send it", () => {
  const due = { kind: "text_due", at: at("10:00:20"), key: "sorry", step: "sorry" } as const;

  expect(told([due, ...anAnsweredCall()])).toEqual(["call.updated", "call.answered", "call.completed"]);
});

test("a message is one voice on a call that nobody answered", () => {
  const recording = { ref: "RE-1", url: "http://127.0.0.1/RE-1", lengthMs: 9_000, channels: 1 } as const;
  const unanswered = { ...ringing, phase: "ended", businessEnd: "no_answer", recording } as const;

  expect(isVoicemail(unanswered)).toBe(true);
  expect(isVoicemail({ ...unanswered, businessEnd: "answered" })).toBe(false);
  expect(isVoicemail({ ...unanswered, recording: { ...recording, channels: 2 } })).toBe(false);
  expect(isVoicemail({ ...unanswered, recording: undefined })).toBe(false);
});
