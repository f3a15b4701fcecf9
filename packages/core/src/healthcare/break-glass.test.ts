import { expect, test } from "vitest";
import { minute } from "../time.ts";
import { mayBreakGlass, mostGlassMs, type GlassWish } from "./index.ts";

const wish: GlassWish = { who: "ann", role: "owner", reason: "patient asks what we know", lengthMs: 15 * minute };

const refused: [why: string, GlassWish, code: string][] = [
  ["an analyst sees campaigns and no callers", { ...wish, role: "analyst" }, "glass_role_refused"],
  ["an agent sees callers and no campaigns", { ...wish, role: "agent" }, "glass_role_refused"],
  ["a role nobody knows", { ...wish, role: "constructor" }, "glass_role_refused"],
  ["a reason nobody can judge", { ...wish, reason: "   test   " }, "glass_reason_missing"],
  ["longer than an hour", { ...wish, lengthMs: mostGlassMs + 1 }, "glass_time_too_long"],
  ["no time at all", { ...wish, lengthMs: 0 }, "glass_time_too_long"],
];

test.each(refused)("%s does not break the glass", (_why, asked, code) => {
  expect(mayBreakGlass(asked)).toMatchObject({ ok: false, reason: { code } });
});

test("an owner with a reason breaks it, and waits for a second person where that is wanted", () => {
  expect(mayBreakGlass(wish)).toMatchObject({ ok: true, value: { needsSecond: false } });
  expect(mayBreakGlass(wish, { needsSecondPerson: true })).toMatchObject({ ok: true, value: { needsSecond: true } });
});
