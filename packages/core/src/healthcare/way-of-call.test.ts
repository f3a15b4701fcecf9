import { expect, test } from "vitest";
import { aTouch } from "../../testing/build-touch.ts";
import { besideCaller, hiddenName, lengthBucket, touchOfWay, wayOfCall } from "./index.ts";

test("a touch that is counted whole is the same touch again, but for the click", () => {
  const touch = aTouch({
    channel: "paid_search",
    source: "google",
    medium: "cpc",
    campaign: "brand",
    keyword: "implants",
  });

  expect(touchOfWay(wayOfCall(touch))).toEqual({ ...touch, clickId: undefined, rule: "healthcare" });
});

test("hidden names say that they are hidden, and no channel is invented", () => {
  expect(touchOfWay(["paid_search", "google", "cpc"])).toMatchObject({ campaign: hiddenName, keyword: hiddenName });
  expect(touchOfWay([])).toBeUndefined();
  expect(touchOfWay(wayOfCall(undefined))).toBeUndefined();
});

test("beside a caller stands the channel and nothing else", () => {
  const beside = besideCaller("paid_search");

  expect(beside).toMatchObject({ channel: "paid_search", campaign: undefined, keyword: undefined, clickId: undefined });
  expect(JSON.stringify(beside)).not.toContain("google");
});

test.each([
  [0, "missed"],
  [1, "under_1_min"],
  [60_000, "1_to_5_min"],
  [300_001, "over_5_min"],
] as const)("%i ms of talk are %s", (talkMs, bucket) => {
  expect(lengthBucket(talkMs)).toBe(bucket);
});
