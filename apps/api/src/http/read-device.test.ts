import { expect, test } from "vitest";
import { readDevice } from "./read-device.ts";

test.each([
  [
    "iPhone",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1",
    "phone",
  ],
  [
    "an Android phone",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36",
    "phone",
  ],
  [
    "an Android tablet",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36",
    "tablet",
  ],
  [
    "an iPad that says so",
    "Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
    "tablet",
  ],
  ["Firefox on a phone", "Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0", "phone"],
  ["a desktop", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36", "computer"],
  ["no name at all", undefined, "computer"],
])("%s", (_what, agent, expected) => {
  expect(readDevice(agent)).toBe(expected);
});
