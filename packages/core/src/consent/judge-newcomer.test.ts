import { expect, test } from "vitest";
import { aRuleSet } from "../../testing/build-rule-set.ts";
import { decideRecording, newcomerLacks, resolvePlace, type Jurisdiction } from "./index.ts";

const rules = aRuleSet();

function lacks(place: Jurisdiction, hasAgreed = false) {
  const decided = decideRecording(rules, {
    businessJurisdictions: ["US-TX"],
    caller: { declared: "US-TX" },
    flags: { announcementPlayed: true, activeConsent: true, thirdPartyJoined: place, thirdPartyTold: true },
  });
  if (!decided.ok) throw new Error(decided.reason.code);
  const rule = place === "unknown" ? undefined : resolvePlace(rules, place, "place");
  return newcomerLacks(decided.value.considered, rule?.ok ? rule.value : undefined, hasAgreed);
}

test.each([
  ["to be told is enough where a notice is", "US-CA", false, undefined],
  ["and where nothing is asked for", "US-TX", false, undefined],
  ["an unknown place wants them to be told", "unknown", false, undefined],
  ["the yes of the others is none of theirs", "DE", false, "yes"],
  ["their own is", "DE", true, undefined],
  ["a notice that must stand inside the recording was not heard there", "US-WA", true, "notice_inside"],
] as const)("%s", (_why, place, hasAgreed, expected) => {
  expect(lacks(place, hasAgreed)).toBe(expected);
});

test("a newcomer nobody can place counts as strict: the decision announces and says whose place is unknown", () => {
  const decided = decideRecording(rules, {
    businessJurisdictions: ["US-TX"],
    caller: { declared: "US-TX" },
    flags: { thirdPartyJoined: "unknown", thirdPartyTold: true },
  });

  expect(decided).toMatchObject({ ok: true, value: { minimum: "announce" } });
  expect(decided.ok && decided.value.considered).toContainEqual(
    expect.objectContaining({ party: "newcomer", evidence: "none", place: "unknown", law: "announce" }),
  );
});
