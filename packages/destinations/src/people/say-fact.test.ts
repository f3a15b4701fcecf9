import { expect, test } from "vitest";
import { instant, type E164, type SiteId } from "@ringtrail/core";
import { ringing, stateTold, type CallState } from "@ringtrail/core/call-flow";
import type { CallTold, Fact } from "@ringtrail/core/ports";
import { mapDigest } from "../email/map-digest.ts";
import { sayFact } from "./say-fact.ts";

const touch = {
  channel: "paid_search",
  source: "google",
  medium: "cpc",
  campaign: "Spring",
  keyword: "knee pain",
  clickId: undefined,
  rule: "r",
} as const;

function aFact(kind: Fact["kind"], state: Partial<CallState> = {}, isHealthcare = false): Fact {
  const call: CallTold = {
    number: "+14155550100" as E164,
    site: "s" as SiteId,
    siteName: "Knee Clinic",
    rangAt: instant(0),
    healed: false,
    isHealthcare,
    state: stateTold({ ...ringing, phase: "ended", lengthMs: 31_000, ...state }),
    match: undefined,
    sourceTouch: touch,
    value: undefined,
    more: { lengthMs: 12_000 },
  };
  return { id: "f", kind, subject: "the-call", sequence: 1, at: instant(0), call, about: {} };
}

test("a missed call and a voicemail are told; one that was answered is not", () => {
  expect(sayFact(aFact("call.completed"), String)).toEqual({
    subject: "A missed call on Knee Clinic",
    lines: [
      "A missed call on +14155550100, which stands on Knee Clinic.",
      "It lasted 31 s.",
      "The caller came by paid search, google.",
    ],
    path: "/calls/the-call",
  });
  expect(sayFact(aFact("voicemail"), String)?.lines).toContain("It lasted 12 s.");
  expect(sayFact(aFact("call.completed", { answeredAt: instant(5) }), String)).toBeUndefined();
  expect(sayFact(aFact("call.updated"), String)).toBeUndefined();
});

test("in healthcare mode it is a new call, and nothing more", () => {
  for (const kind of ["call.started", "call.completed", "voicemail"] as const) {
    const told = sayFact(aFact(kind, {}, true), String);
    expect(told).toEqual({ subject: "A new call", lines: ["There is a new call."], path: "/calls" });
  }
});

test("a form is told with its page and how whoever sent it came, and of a clinic only that there is one", () => {
  const about = { siteName: "Plumber", name: "contact", page: "/contact", channel: "paid_search", source: "google" };
  const form: Fact = { ...aFact("form"), call: undefined, about };

  expect(sayFact(form, String)).toEqual({
    subject: "A form was sent on Plumber",
    lines: [
      "Somebody sent the form contact of Plumber, on the page /contact.",
      "Whoever sent it came by paid search, google.",
    ],
    path: "/",
  });
  const clinic = { ...form, about: { ...about, isHealthcare: true } };
  expect(sayFact(clinic, String)).toEqual({ subject: "A new form", lines: ["There is a new form."], path: "/" });
});

test("an alarm is told in the words owners read on the screen", () => {
  const about = { action: "pool.nearly_full", facts: { numbers: 3 } };
  const notice: Fact = { ...aFact("notice"), call: undefined, about };

  expect(sayFact(notice, (action) => `said ${action}`)?.lines).toEqual(["said pool.nearly_full"]);
});

test("the digest says the same in text and in HTML, and a channel's name cannot be markup", () => {
  const day = { day: "2026-11-16", calls: 12, missed: 3 };
  const channels = [{ channel: "<script>alert(1)</script>", calls: 11.5 }];
  const figures = { calls: 12, missed: 3, voicemails: 1, callsBefore: 9 };
  const mail = mapDigest(
    { from: "2026-11-16", to: "2026-11-22", ...figures, days: [day], channels },
    "https://c.example",
  );

  expect(mail.subject).toBe("Your calls from 2026-11-16 to 2026-11-22: 12, 3 missed");
  expect(mail.text).toContain("Monday: 12, 3 missed");
  expect(mail.html).toContain("12, 3 missed");
  expect(mail.html).toContain("3 more than the week before (9).");
  expect(mail.html).not.toContain("<script");
});
