import fc from "fast-check";
import { expect, test } from "vitest";
import { at } from "../../testing/index.ts";
import { instant } from "../time.ts";
import { agentKeys, foldCall, maySteer, recordingOrder, type CallEvent } from "./index.ts";

const started: CallEvent = { kind: "recording_started", at: at("10:00"), key: "r" };
const orderAfter = (...events: CallEvent[]) => recordingOrder(foldCall([started, ...events]));
const key = "k";
const asked = (time: string, kind: "pause_asked" | "resume_asked"): CallEvent => ({
  kind,
  at: at(time),
  key,
  by: "ann",
});
const confirmed = (time: string, kind: "recording_paused" | "recording_resumed"): CallEvent => ({
  kind,
  at: at(time),
  key,
});

test("a pause for a card is ordered once, and the recording goes on when it was asked to", () => {
  const pause = asked("10:01", "pause_asked");
  const paused = confirmed("10:01:01", "recording_paused");
  const resume = asked("10:02", "resume_asked");

  expect(orderAfter()).toBeUndefined();
  expect(orderAfter(pause)).toEqual({ order: "pause", why: "card_data" });
  expect(orderAfter(pause, paused)).toBeUndefined();
  expect(orderAfter(pause, paused, resume)).toEqual({ order: "resume" });
  expect(orderAfter(pause, paused, resume, confirmed("10:02:01", "recording_resumed"))).toBeUndefined();
});

test("the keypad of whoever answered does what the API does, the later of both counts, and other keys are no wish", () => {
  const pressed = (time: string, keys: string): CallEvent => ({ kind: "agent_pressed", at: at(time), key: time, keys });
  const paused = confirmed("10:01:01", "recording_paused");

  expect(orderAfter(pressed("10:01", agentKeys.pause))).toEqual({ order: "pause", why: "card_data" });
  expect(orderAfter(pressed("10:01", "*9"), pressed("10:02", "7"))).toBeUndefined();
  expect(orderAfter(pressed("10:01", agentKeys.pause), paused, asked("10:02", "resume_asked"))).toEqual({
    order: "resume",
  });
  expect(orderAfter(asked("10:01", "pause_asked"), paused, pressed("10:02", agentKeys.resume))).toEqual({
    order: "resume",
  });
});

test("a newcomer pauses until told, and a card that is being read out keeps it so", () => {
  const joined: CallEvent = { kind: "joined", at: at("10:01"), key, who: "CA-3" };
  const paused = confirmed("10:01:01", "recording_paused");
  const told: CallEvent = { kind: "newcomer_told", at: at("10:01:08"), key, who: "CA-3" };

  expect(orderAfter(joined)).toEqual({ order: "pause", why: "newcomer" });
  expect(orderAfter(joined, paused, asked("10:01:02", "pause_asked"), told)).toBeUndefined();
  expect(orderAfter(joined, paused, told)).toEqual({ order: "resume" });
  expect(orderAfter(told, paused, joined)).toEqual({ order: "resume" });
});

test("a newcomer whose place wants more than being told keeps the recording resting until that is met", () => {
  const joined: CallEvent = { kind: "joined", at: at("10:01"), key, who: "CA-3", place: "DE" };
  const paused = confirmed("10:01:01", "recording_paused");
  const told: CallEvent = { kind: "newcomer_told", at: at("10:01:08"), key: "t", who: "CA-3", lacks: "yes" };
  const agreed: CallEvent = { kind: "newcomer_told", at: at("10:01:09"), key: "a", who: "CA-3" };

  expect(orderAfter(joined, told)).toEqual({ order: "pause", why: "newcomer" });
  expect(orderAfter(joined, paused, told)).toBeUndefined();
  expect(orderAfter(agreed, joined, paused, told)).toEqual({ order: "resume" });
});

test("there is nothing to steer before the recording, after the call, or without one", () => {
  const over: CallEvent = { kind: "ended", at: at("10:05"), key, end: "answered", lengthMs: 1 };

  expect(maySteer(foldCall([]))).toEqual({ ok: false, reason: { code: "call_not_recording" } });
  expect(maySteer(foldCall([started]))).toMatchObject({ ok: true });
  expect(maySteer(foldCall([started, over]))).toMatchObject({ ok: false });
  expect(orderAfter(asked("10:01", "pause_asked"), over)).toBeUndefined();
});

test("the pauses of a call are told with their beginnings and ends", () => {
  const { rest } = foldCall([
    confirmed("10:03", "recording_paused"),
    confirmed("10:01", "recording_paused"),
    confirmed("10:02", "recording_resumed"),
  ]);

  expect(rest).toEqual({
    wanted: [],
    isPaused: true,
    pauses: [
      { from: at("10:01"), to: at("10:02") },
      { from: at("10:03"), to: undefined },
    ],
  });
});

const moment = fc.integer({ min: at("10:00"), max: at("11:00") }).map(instant);
const steering = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom("pause_asked" as const, "resume_asked" as const),
      at: moment,
      key: fc.string(),
      by: fc.string(),
    }),
    fc.record({
      kind: fc.constant("agent_pressed" as const),
      at: moment,
      key: fc.string(),
      keys: fc.constantFrom(agentKeys.pause, agentKeys.resume, "5"),
    }),
    fc.record({
      kind: fc.constantFrom("joined" as const, "newcomer_told" as const),
      at: moment,
      key: fc.string(),
      who: fc.constantFrom("a", "b"),
    }),
    fc.record({
      kind: fc.constantFrom("recording_paused" as const, "recording_resumed" as const),
      at: moment,
      key: fc.string(),
    }),
  ),
);

test("a carrier that does what it is told ends in what was asked, and is asked nothing more", () => {
  fc.assert(
    fc.property(steering, (events) => {
      const order = recordingOrder(foldCall([started, ...events]));
      const kind = order?.order === "pause" ? "recording_paused" : "recording_resumed";
      const done: CallEvent[] = order === undefined ? [] : [{ kind, at: at("11:01"), key: "done" }];
      expect(recordingOrder(foldCall([started, ...events, ...done]))).toBeUndefined();
    }),
  );
});

test("nobody who was not told is recorded on: the order is never to resume then", () => {
  fc.assert(
    fc.property(steering, (events) => {
      const told = new Set(events.flatMap((one) => (one.kind === "newcomer_told" ? [one.who] : [])));
      const isUntold = events.some((one) => one.kind === "joined" && !told.has(one.who));
      const order = recordingOrder(foldCall([started, ...events]))?.order;
      return !isUntold || order !== "resume";
    }),
  );
});
