import { expect, test } from "vitest";
import { emptyOverride, isLooser, overrideOf } from "./override-draft.ts";

test("an answer that was left alone is the law's, and what is typed is sent without the spaces around it", () => {
  const draft = {
    ...emptyOverride("2026-11-25"),
    place: "US-TX",
    phone: "announce" as const,
    reason: " counsel ",
    author: " Ann",
  };

  expect(overrideOf(draft)).toEqual({
    place: "US-TX",
    phone: "announce",
    reason: "counsel",
    author: "Ann",
    date: "2026-11-25",
  });
  expect(overrideOf({ ...draft, phone: "", video: "silent" })).toMatchObject({ video: "silent" });
  expect(overrideOf({ ...draft, phone: "" })).not.toHaveProperty("phone");
});

test("an answer is looser when it asks for less", () => {
  expect(isLooser("silent", "announce")).toBe(true);
  expect(isLooser("announce", "announce")).toBe(false);
  expect(isLooser("do_not_record", "active_consent")).toBe(false);
});
