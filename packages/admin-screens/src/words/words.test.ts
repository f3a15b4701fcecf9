import { anAnsweredCall } from "../../testing/index.ts";
import { SpamSignShown } from "@ringtrail/api-contract";
import { describe, expect, test } from "vitest";
import { channelWords } from "./channel-words.ts";
import { factorWords, weightWords } from "./factor-words.ts";
import { failureWords } from "./failure-words.ts";
import { leaseWords } from "./lease-words.ts";
import { momentWords } from "./moment-words.ts";
import { outcomeWords } from "./outcome-words.ts";
import { placeWords } from "./place-words.ts";
import { spamSignWords } from "./spam-words.ts";
import { touchWords } from "./touch-words.ts";

const factor = (name: string, fact: number | string | boolean) => ({
  name,
  weight: 1,
  fact,
  words: "said by the server",
});

test.each([
  ["shown_ago", 42_000, "Was shown the number 42 seconds before the ring"],
  ["shown_ago", 1_000, "Was shown the number 1 second before the ring"],
  ["shown_ago", 780_000, "Was shown the number 13 minutes before the ring"],
  ["shown_ago", 3 * 86_400_000, "Was shown the number 3 days before the ring"],
  ["tel_tap", 4_000, "Tapped the number 4 seconds before the ring"],
  ["still_on_page", 12_000, "Was on the page, with a sign of life 12 seconds before the ring"],
  ["still_on_page", false, "Had left the page when the phone rang"],
  ["sole_holder", true, "No other visit was shown this number"],
  ["copied", 20_000, "Copied the number 20 seconds before the ring"],
  ["a_newer_factor", 7, "said by the server"],
])("the factor %s with the fact %s reads: %s", (name, fact, words) => {
  expect(factorWords(factor(name, fact), "en")).toBe(words);
});

test.each([
  [18.4, "×18"],
  [1.6, "×1.6"],
  [1, ""],
  [0.5, "÷2"],
  [0, "×0"],
])("a weight of %d reads %j", (weight, words) => {
  expect(weightWords(weight, "en")).toBe(words);
});

test.each([
  ["a call that rings is going on", { phase: "ringing", talkMs: 0 }, "Ringing", true],
  ["a talk is going on", { phase: "talking", talkMs: 0 }, "Talking", true],
  ["a talk that was had is answered, whatever the carrier says", { phase: "ended", talkMs: 9_000 }, "Answered", false],
  ["nobody came to the phone", { phase: "ended", businessEnd: "no_answer", talkMs: 0 }, "Missed", false],
  ["the line was busy", { phase: "ended", businessEnd: "busy", talkMs: 0 }, "Busy", false],
  ["the caller left before anything was dialled", { phase: "ended", talkMs: 0 }, "Hung up early", false],
] as const)("%s", (_why, state, words, isLive) => {
  expect(outcomeWords(state)).toMatchObject({ words, isLive });
});

describe("a source in words", () => {
  const touch = { channel: "paid_search", source: "google", medium: "cpc", rule: "click_id" } as const;

  test("names channel, origin, campaign and keyword", () => {
    const { headline, details } = touchWords({ ...touch, campaign: "spring", keyword: "emergency plumber" });
    expect([headline, details]).toEqual(["Paid search: google / cpc", "spring · “emergency plumber”"]);
  });

  test("says nothing of what is not known", () => {
    expect(touchWords(touch).details).toBe("");
    expect(touchWords({ channel: "direct", source: "(direct)", medium: "(none)", rule: "direct" }).headline).toBe(
      "Direct",
    );
  });
});

test("every moment of an ordinary call has words of its own", () => {
  for (const moment of anAnsweredCall(1, new Date()).timeline) {
    expect(momentWords(moment).words).not.toBe(moment.kind.replaceAll("_", " "));
  }
});

test("what a newer server knows is shown by its name instead of being hidden", () => {
  expect(momentWords({ kind: "call_transferred", at: "" }).words).toBe("call transferred");
  expect(channelWords("smart_speaker")).toBe("smart speaker");
  expect(leaseWords("in_quarantine").name).toBe("in quarantine");
});

test.each([
  ["US-CA", "California"],
  ["DE", "Germany"],
  ["CA-QC", "Canada (QC)"],
  ["unknown", "an unknown place"],
  ["strictest_wins", "strictest_wins"],
])("the place %s reads %s", (place, words) => {
  expect(placeWords(place, "en")).toBe(words);
});

describe("a failure in words", () => {
  const failed = (status: number) =>
    failureWords(Object.assign(new Error(), { problem: { status, title: "It broke.", fix: "Mend it." } }));

  test("says the server's own title and what to do", () => {
    expect(failed(503)).toEqual({ title: "It broke.", fix: "Mend it." });
  });

  test.each([
    [401, "You are signed out."],
    [403, "You may not see this."],
    [404, "This does not exist."],
  ])("%d: %s", (status, title) => {
    expect(failed(status).title).toBe(title);
  });

  test("no answer at all is said as such", () => {
    expect(failureWords(new TypeError("fetch failed")).title).toBe("The server cannot be reached.");
  });
});

test("every sign of spam has words of its own, and a newer one is shown as the server names it", () => {
  for (const sign of SpamSignShown.options) expect(spamSignWords(sign)).not.toBe(sign.replaceAll("_", " "));
  expect(spamSignWords("a_newer_sign")).toBe("a newer sign");
  expect(spamSignWords("__proto__")).toBe("  proto  ");
});
