import { DecisionPreview, RecordingPlaces, RuleSetDiffShown, RuleSetList } from "@ringtrail/api-contract";
import type { RuleSet } from "@ringtrail/core/consent";
import { loadRuleSet } from "@ringtrail/recording-law";
import { beforeAll, describe, expect, test } from "vitest";
import { aKey, problemIn, type AskAsKey } from "../../../testing/ask-as-key.ts";
import { aTestApp } from "../../../testing/test-app.ts";

const preview = "/v1/recording-consent/decisions/preview";
let law: RuleSet;

beforeAll(async () => {
  const loaded = await loadRuleSet();
  if (!loaded.ok) throw new Error(loaded.reason.code);
  law = loaded.value;
});

/** The seeded shop does business in California. */
async function asker(over: { readonly law?: RuleSet | undefined } = { law }): Promise<AskAsKey> {
  return aKey(await aTestApp({}, () => over), ["calls:read"]);
}

const decide = async (question: object): Promise<DecisionPreview> => {
  const answer = await (await asker())(preview, { body: question });
  expect(answer.status).toBe(200);
  return DecisionPreview.parse(await answer.json());
};

describe("POST /v1/recording-consent/decisions/preview", () => {
  test("200: without places of business the account's own are asked", async () => {
    const decision = await decide({ caller: { declared: "US-TX" } });

    expect(decision).toMatchObject({ minimum: "announce", governing: { place: "US-CA", party: "business" } });
    expect(decision.governing.words).toBe("The law of California decides: where you do business.");
  });

  test("200: every place considered, both readings and every authority stand in words", async () => {
    const decision = await decide({ businessJurisdictions: ["US-TX"], caller: { number: "+1 (206) 555-0123" } });

    expect(decision.considered.map(({ words }) => words)).toContain(
      "Washington, where the caller may be (hinted at by the number): alone it asks for an announcement.",
    );
    expect(decision.readings).toEqual({
      placeOfRecording: {
        means: "silent",
        words: "If the law of the place of recording counts, it asks for no announcement.",
      },
      callerLaw: { means: "announce", words: "If the law of the caller's place counts, it asks for an announcement." },
    });
    expect(decision.detail.announcementMustBeRecorded).toBe(true);
    expect(decision.citations.length).toBeGreaterThan(0);
    for (const { checked } of decision.citations) expect(checked).toMatch(/^[a-z]/);
    expect(decision.ruleSet).toMatchObject({ version: law.version, hash: law.hash });
    expect(decision.footnote).toContain("not legal advice");
  });

  test("200: a caller outside the United States, and one from a country whose law nobody gathered", async () => {
    expect(await decide({ caller: { number: "+4930123456" } })).toMatchObject({
      minimum: "active_consent",
      governing: { place: "DE", name: "Germany" },
    });
    const jamaica = await decide({ businessJurisdictions: ["US-TX"], caller: { declared: "JM" } });
    expect(jamaica).toMatchObject({ minimum: "announce", governing: { name: "Jamaica", rule: "unknown_is_strict" } });
  });

  test("200: without a rule set it says what every call then gets", async () => {
    const answer = await (await asker({ law: undefined }))(preview, { body: { businessJurisdictions: ["US-TX"] } });

    expect(DecisionPreview.parse(await answer.json())).toMatchObject({
      applied: "announce",
      footnote: "No rule set was loaded. This is not legal advice.",
    });
  });

  test.each([
    ["an empty list of places", { businessJurisdictions: [] }, "business_place_missing", "businessJurisdictions"],
    [
      "a place of business that is none",
      { businessJurisdictions: ["US-CA", "Texas"] },
      "jurisdiction_unknown",
      "businessJurisdictions[1]",
    ],
    ["a state that is none", { caller: { declared: "US-ZZ" } }, "jurisdiction_unknown", "caller.declared"],
    ["a malformed number", { caller: { number: "555-0123" } }, "phone_malformed", "caller.number"],
    ["a day before the law", { at: "2019-01-01T00:00:00Z" }, "date_before_rule_set", "at"],
    ["a flag nobody knows", { flags: { hippa: true } }, "flag_unknown", "flags.hippa"],
    ["silence nobody answers for", { policy: { want: "silent" } }, "silence_unjustified", "policy.silence"],
    ["a value that is none", { channel: "fax" }, "body_invalid", "channel"],
    ["a list that is text", { businessJurisdictions: "US-CA" }, "body_invalid", "businessJurisdictions"],
    ["a day that is none", { at: "yesterday" }, "body_invalid", "at"],
  ])("422: %s", async (_why, question, code, field) => {
    const answer = await (await asker())(preview, { body: question });

    expect(answer.status).toBe(422);
    const problem = await problemIn(answer);
    expect(problem).toMatchObject({ code, field });
    expect(JSON.stringify(problem)).not.toContain("555-0123");
  });
});

describe("GET /v1/recording-consent/places", () => {
  test("200: the answer of every place is never looser than the place alone", async () => {
    const answer = await (await asker())("/v1/recording-consent/places?business=US-TX");
    const { places, business, withoutRule } = RecordingPlaces.parse(await answer.json());

    expect(business).toEqual([{ place: "US-TX", name: "Texas" }]);
    expect(places.filter(({ place }) => place.startsWith("US-"))).toHaveLength(56);
    const order = ["silent", "announce", "active_consent", "do_not_record"];
    for (const place of places) {
      expect(order.indexOf(place.answer), place.place).toBeGreaterThanOrEqual(order.indexOf(place.law));
      expect(place.citations.length, place.place).toBeGreaterThan(0);
    }
    expect(places.find(({ place }) => place === "US-NY")).toMatchObject({ law: "silent", answer: "silent" });
    expect(places.find(({ place }) => place === "US-WA")).toMatchObject({ answer: "announce", noticeInside: true });
    expect(withoutRule).toContainEqual({ place: "JM", name: "Jamaica" });
    expect(withoutRule.map(({ place }) => place)).not.toContain("PR");
  });

  test("200: the account's own places answer for every caller", async () => {
    const answer = await (await asker())("/v1/recording-consent/places");
    const { places, business } = RecordingPlaces.parse(await answer.json());

    expect(business).toEqual([{ place: "US-CA", name: "California" }]);
    expect(places.find(({ place }) => place === "US-NY")).toMatchObject({
      law: "silent",
      answer: "announce",
      governing: { place: "US-CA", name: "California" },
      noticeInside: false,
    });
    expect(places.find(({ place }) => place === "US-CT")).toMatchObject({ noticeInside: true, lawNoticeInside: true });
  });

  test.each([
    ["?business=", "business_place_missing"],
    ["?business=Texas", "jurisdiction_unknown"],
  ])("422: %s", async (query, code) => {
    const answer = await (await asker())(`/v1/recording-consent/places${query}`);

    expect(answer.status).toBe(422);
    expect(await problemIn(answer)).toMatchObject({ code, field: "business" });
  });

  test("503: there is no map without a law", async () => {
    expect((await (await asker({ law: undefined }))("/v1/recording-consent/places")).status).toBe(503);
  });
});

describe("GET /v1/recording-consent/rule-sets", () => {
  test("200: the list says which one calls are decided by", async () => {
    const answer = await (await asker())("/v1/recording-consent/rule-sets");
    const { ruleSets } = RuleSetList.parse(await answer.json());

    expect(ruleSets.map(({ id, isHistorical }) => [id, isHistorical])).toEqual([
      ["current", false],
      ["us-2017-article", true],
    ]);
    expect(ruleSets[0]?.hash).toBe(law.hash);
  });

  test("200: since the 2017 article eight places were added and one removed, each with its authority and reason", async () => {
    const answer = await (await asker())("/v1/recording-consent/rule-sets/diff");
    const diff = RuleSetDiffShown.parse(await answer.json());

    const codes = (changes: typeof diff.added): string[] => changes.map(({ place }) => place.slice(3)).toSorted();
    expect(codes(diff.added)).toEqual(["AS", "DE", "GU", "MI", "MP", "NV", "PR", "VI"]);
    expect(codes(diff.removed)).toEqual(["HI"]);
    expect(codes(diff.kept)).toEqual(["CA", "CT", "FL", "IL", "MA", "MD", "MT", "NH", "PA", "WA"]);
    for (const change of [...diff.added, ...diff.removed, ...diff.kept]) {
      expect(change.why, change.place).not.toBe("");
      expect(change.citations.length, change.place).toBeGreaterThan(0);
    }
  });

  test.each(["before", "after"])("404: %s names a set there is not", async (side) => {
    const answer = await (await asker())(`/v1/recording-consent/rule-sets/diff?${side}=us-1999`);

    expect(answer.status).toBe(404);
    expect(await problemIn(answer)).toMatchObject({ code: "rule_set_unknown", field: side });
  });
});
