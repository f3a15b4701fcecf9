import { expect, test } from "vitest";
import { anId } from "../testing/index.ts";
import { after, between, err, instant, ok, parseId } from "./index.ts";

test("an id is a UUID in lower case, whatever case it came in", () => {
  const id = anId("ann");

  expect(parseId(id.toUpperCase())).toEqual(ok(id));
});

test.each(["", "ann", "0190-", "{0190b3c4-0000-7000-8000-000000000000}", "' or 1=1"])("%j is no id", (text) => {
  expect(parseId(text)).toEqual(err({ code: "id_malformed", given: text }));
});

test("a reason repeats no more of a malformed id than a line holds", () => {
  const parsed = parseId("x".repeat(10_000));

  expect(parsed).toMatchObject({ reason: { given: "x".repeat(64) } });
});

test("time is arithmetic: a length after an instant, and the length between two", () => {
  expect(between(instant(5), after(instant(5), 7))).toBe(7);
  expect(after(instant(5), -7)).toBe(-2);
});
