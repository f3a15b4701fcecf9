import { expect, test } from "vitest";
import { anId, aTouch, at } from "../../../testing/index.ts";
import { after, day, hour, type VisitId } from "../../index.ts";
import { pathToCall, type VisitOnPath } from "./path-to-call.ts";

const rangAt = at("10:00");
const visit = (name: string, agoMs: number): VisitOnPath => ({
  visit: anId<VisitId>(name),
  startedAt: after(rangAt, -agoMs),
  touch: aTouch(),
  landingPath: `/${name}`,
});
const pathOf = (caller: string, theirs: readonly VisitOnPath[]) =>
  pathToCall({ visit: anId<VisitId>(caller), touch: aTouch() }, theirs, rangAt).map(({ landingPath, agoMs }) => [
    landingPath,
    agoMs,
  ]);

test("the visits before the one that called, oldest first, and none after it", () => {
  const theirs = [visit("later", hour), visit("caller", 2 * hour), visit("first", 3 * day), visit("second", day)];

  expect(pathOf("caller", theirs)).toEqual([
    ["/first", 3 * day],
    ["/second", day],
    ["/caller", 2 * hour],
  ]);
});

test("what was longer ago than ninety days has no part in the call, unless it called itself", () => {
  expect(pathOf("caller", [visit("old", 91 * day), visit("caller", hour)])).toEqual([["/caller", hour]]);
  expect(pathOf("old", [visit("old", 91 * day)])).toEqual([["/old", 91 * day]]);
});

test("a forgotten visit stands alone, without its landing page", () => {
  expect(pathOf("gone", [])).toEqual([[undefined, 0]]);
});
