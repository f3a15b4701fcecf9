import { expect, test } from "vitest";
import { anId, at } from "../../testing/index.ts";
import { after, day, hour, type CallId } from "../index.ts";
import { callerHistory } from "./caller-history.ts";

const rangAt = at("10:00");
const ring = (name: string, agoMs: number) => ({ call: anId<CallId>(name), at: after(rangAt, -agoMs) });
const known = { rangAt, earlier: [], onNumber: [], ringsOnNumber: 7, people: 300 };

test("calls of the caller on this number are told apart from those on others, however long ago", () => {
  const earlier = [ring("here", 20 * day), ring("elsewhere", 2 * hour)];

  expect(callerHistory({ ...known, earlier, onNumber: [anId("here")] })).toEqual({
    earlierCallsAgoMs: [20 * day, 2 * hour],
    earlierOnNumberAgoMs: [20 * day],
    ringsOnNumber: 7,
    people: 300,
  });
});

test("a call from before the time a site learns from says nothing: it was not told when the weights were learned", () => {
  expect(callerHistory({ ...known, earlier: [ring("old", 121 * day)] })).toMatchObject({ earlierCallsAgoMs: [] });
});
