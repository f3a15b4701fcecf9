import { expect, test } from "vitest";
import { anId, at } from "../../testing/index.ts";
import { after, day, hour, minute, type CallId } from "../index.ts";
import { callerHistory } from "./caller-history.ts";

const rangAt = at("10:00");
const ring = (name: string, agoMs: number) => ({ call: anId<CallId>(name), at: after(rangAt, -agoMs) });
const known = { rangAt, earlier: [], onNumber: [], ringsOnNumber: 7, people: 300 };

test("who called this number lately is one of those who rang it; its other calls are told apart", () => {
  const earlier = [ring("here", hour), ring("elsewhere", 2 * hour)];

  expect(callerHistory({ ...known, earlier, onNumber: [anId("here")] })).toEqual({
    earlierCallsAgoMs: [hour, 2 * hour],
    earlierOnNumberAgoMs: [hour],
    knownCallers: 7,
  });
});

test("who called another number, or this one before visits of then count, is one of all callers", () => {
  const elsewhere = callerHistory({ ...known, earlier: [ring("elsewhere", minute)] });
  const longAgo = callerHistory({ ...known, earlier: [ring("here", 20 * day)], onNumber: [anId("here")] });

  expect([elsewhere.knownCallers, longAgo.knownCallers]).toEqual([300, 300]);
  expect(longAgo.earlierOnNumberAgoMs).toEqual([20 * day]);
});

test("a call from before the time a site learns from says nothing: it was not told when the weights were learned", () => {
  expect(callerHistory({ ...known, earlier: [ring("old", 121 * day)] })).toMatchObject({ earlierCallsAgoMs: [] });
});
