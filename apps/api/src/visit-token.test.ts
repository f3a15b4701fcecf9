import { hour } from "@ringtrail/core";
import { aClock } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { isVisitToken, makeVisitToken } from "./visit-token.ts";

const key = new Uint8Array(32).fill(7);
const binding = { site: "shop", network: "203.0.113", visit: "v1" };

test("a token counts for its own site, network and visit", () => {
  const clock = aClock();
  const token = makeVisitToken(key, binding, clock.now());

  expect(isVisitToken(key, binding, clock.now(), token)).toBe(true);
});

const elsewhere: [what: string, changed: Partial<typeof binding>][] = [
  ["site", { site: "other" }],
  ["network", { network: "198.51.100" }],
  ["visit", { visit: "v2" }],
];

test.each(elsewhere)("another %s: it counts for nothing", (_what, changed) => {
  const clock = aClock();
  const token = makeVisitToken(key, binding, clock.now());

  expect(isVisitToken(key, { ...binding, ...changed }, clock.now(), token)).toBe(false);
});

test("another key, a changed end, rubbish or nothing count for nothing", () => {
  const clock = aClock();
  const token = makeVisitToken(key, binding, clock.now());
  const [, mac] = token.split(".");

  expect(isVisitToken(new Uint8Array(32), binding, clock.now(), token)).toBe(false);
  expect(isVisitToken(key, binding, clock.now(), `zzzzzzzzz.${mac}`)).toBe(false);
  expect(isVisitToken(key, binding, clock.now(), "rubbish")).toBe(false);
  expect(isVisitToken(key, binding, clock.now(), "")).toBe(false);
});

test("after twelve hours it has ended", () => {
  const clock = aClock();
  const token = makeVisitToken(key, binding, clock.now());
  clock.pass(12 * hour);

  expect(isVisitToken(key, binding, clock.now(), token)).toBe(false);
});
