import fc from "fast-check";
import { expect, test } from "vitest";
import { anAnsweredCall, at } from "../../testing/index.ts";
import { instant } from "../time.ts";
import { foldCall, isFlagged, ringing, type CallEvent, type LegEnd } from "./index.ts";

const when = fc.integer({ min: at("10:00"), max: at("11:00") }).map(instant);
const base = { at: when, key: fc.constantFrom("a", "b", "c") };
const end = fc.constantFrom<LegEnd>("answered", "busy", "no_answer", "failed", "canceled");
const length = fc.nat(5);
const recording = fc.record({
  ref: fc.constantFrom("RE-1", "RE-2"),
  url: fc.constantFrom("http://a", "http://b"),
  lengthMs: length,
  channels: fc.constantFrom<1 | 2>(1, 2),
});
const anyEvent: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom("rang", "notice_ended", "refused", "answered", "recording_started"), ...base }),
  fc.record({ kind: fc.constantFrom("dialled", "business_told", "recording_paused", "recording_resumed"), ...base }),
  fc.record({ kind: fc.constant("agreed"), how: fc.constantFrom("key", "speech"), ...base }),
  fc.record({ kind: fc.constant("declined"), how: fc.constantFrom("key", "silence"), ...base }),
  fc.record({
    kind: fc.constant("chose"),
    step: fc.constantFrom("a", "b"),
    keys: fc.constantFrom("", "1", "2"),
    ...base,
  }),
  fc.record({ kind: fc.constantFrom("pause_asked", "resume_asked"), by: fc.constantFrom("ann", "bob"), ...base }),
  fc.record({ kind: fc.constant("spam_said"), isSpam: fc.boolean(), by: fc.constantFrom("ann", "bob"), ...base }),
  fc.record({ kind: fc.constant("text_due"), step: fc.constant("sorry"), ...base }),
  fc.record({ kind: fc.constant("texted"), ...base }),
  fc.record({ kind: fc.constant("text_failed"), why: fc.constantFrom("carrier_cannot", "texted_lately"), ...base }),
  fc.record({ kind: fc.constantFrom("joined", "newcomer_told"), who: fc.constantFrom("CA-2", "CA-3"), ...base }),
  fc.record({ kind: fc.constant("dial_ended"), end, talkMs: length, ...base }),
  fc.record({
    kind: fc.constant("dial_ended"),
    end,
    talkMs: length,
    connectedLeg: fc.constantFrom("CA-2", "CA-3"),
    ...base,
  }),
  fc.record({ kind: fc.constant("ended"), end, lengthMs: length, ...base }),
  fc.record({ kind: fc.constant("recording_ready"), recording, ...base }),
  fc.record({ kind: fc.constant("recording_absent"), why: fc.constantFrom("short", "silent"), ...base }),
);

/** Some events, and the same ones in another order with some of them told again. */
const toldAgain = fc.array(anyEvent, { maxLength: 12 }).chain((events) =>
  fc.tuple(
    fc.constant(events),
    fc
      .subarray(events)
      .chain((again) => fc.shuffledSubarray([...events, ...again], { minLength: events.length + again.length })),
  ),
);

test("any order and any repetition of the same events give the same call", () => {
  fc.assert(
    fc.property(toldAgain, ([events, again]) => {
      expect(foldCall(again)).toEqual(foldCall(events));
    }),
  );
});

test("a call that ended stays ended, whatever comes after", () => {
  fc.assert(
    fc.property(fc.array(anyEvent), fc.array(anyEvent), (before, late) => {
      const over: CallEvent = { kind: "ended", at: at("10:05"), key: "end", end: "answered", lengthMs: 1 };
      expect(foldCall([...before, over, ...late]).phase).toBe("ended");
    }),
  );
});

test("more events never take anything back: lengths grow, first instants only get earlier", () => {
  fc.assert(
    fc.property(fc.array(anyEvent), fc.array(anyEvent), (some, more) => {
      const [before, after] = [foldCall(some), foldCall([...some, ...more])];
      expect(after.talkMs).toBeGreaterThanOrEqual(before.talkMs);
      expect(after.lengthMs).toBeGreaterThanOrEqual(before.lengthMs);
      expect(after.answeredAt ?? Infinity).toBeLessThanOrEqual(before.answeredAt ?? Infinity);
      expect(after.refused || !before.refused).toBe(true);
    }),
  );
});

test("an announced, answered and recorded call says so", () => {
  expect(foldCall(anAnsweredCall())).toEqual({
    ...ringing,
    phase: "ended",
    businessEnd: "answered",
    noticeEndedAt: at("10:00:06"),
    refused: false,
    answeredAt: at("10:00:10"),
    endedAt: at("10:02:11"),
    talkMs: 120_000,
    lengthMs: 131_000,
    recordingStartedAt: at("10:00:10"),
    recording: { ref: "RE-1", url: "http://127.0.0.1/RE-1", lengthMs: 120_000, channels: 2 },
    recordingAbsent: undefined,
  });
});

test("a call goes from ringing to dialling to talking, and a leg that is over tells what was missed", () => {
  const [rang, notice, answered] = anAnsweredCall();
  const phases = [[], [rang], [rang, notice], [rang, notice, answered]].map(
    (events) => foldCall(events.filter((event) => event !== undefined)).phase,
  );
  const dialEnd = { kind: "dial_ended", at: at("10:01"), key: "d", talkMs: 0 } as const;

  expect(phases).toEqual(["ringing", "ringing", "dialing", "talking"]);
  expect(foldCall([])).toEqual(ringing);
  expect(foldCall([{ ...dialEnd, end: "busy" }])).toMatchObject({ phase: "dialing", businessEnd: "busy" });
  expect(foldCall([{ ...dialEnd, end: "answered", talkMs: 9 }])).toMatchObject({ phase: "talking", talkMs: 9 });
});

test("a recording that comes after all counts, also when it was called absent before", () => {
  const absent: CallEvent = { kind: "recording_absent", at: at("10:01"), key: "x", why: "too short" };
  const ready = anAnsweredCall().filter(({ kind }) => kind === "recording_ready");

  expect(foldCall([absent]).recordingAbsent).toBe("too short");
  expect(foldCall([absent, ...ready])).toMatchObject({ recording: { ref: "RE-1" }, recordingAbsent: undefined });
});

test("a call is flagged as it looks until a person says otherwise, and the last word counts", () => {
  const scored: CallEvent = {
    kind: "scored",
    at: at("10:00"),
    key: "spam",
    spam: { score: 0.5, signs: [{ code: "ghost_call" }], advice: "challenge" },
  };
  const said = (isSpam: boolean, time: string): CallEvent => ({
    kind: "spam_said",
    at: at(time),
    key: time,
    isSpam,
    by: "ann",
  });

  expect(isFlagged(foldCall([]))).toBe(false);
  expect(isFlagged(foldCall([scored]))).toBe(true);
  expect(isFlagged(foldCall([scored, said(false, "10:01")]))).toBe(false);
  expect(isFlagged(foldCall([said(true, "10:02"), scored, said(false, "10:01")]))).toBe(true);
});
