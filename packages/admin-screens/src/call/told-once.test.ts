import { expect, test } from "vitest";
import { toldOnce } from "./told-once.ts";

const ended = { kind: "dial_ended", end: "answered", ms: 6_000 };

test("the end of a leg that the carrier reports twice is told once", () => {
  expect(toldOnce([{ kind: "answered" }, ended, ended, { kind: "ended" }])).toEqual([
    { kind: "answered" },
    ended,
    { kind: "ended" },
  ]);
});

test("two legs that ended differently, and two taps, stay two", () => {
  const both = [ended, { ...ended, end: "busy" }, { kind: "tapped" }, { kind: "tapped" }];
  expect(toldOnce(both)).toEqual(both);
});
