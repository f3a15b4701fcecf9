import { RecordingQuestionAsked } from "@ringtrail/api-contract";
import { expect, test } from "vitest";
import { fieldOf, questionOf, tickedFlags, unknownCall } from "./call-thought.ts";

const sent = (...given: Parameters<typeof questionOf>): unknown => JSON.parse(JSON.stringify(questionOf(...given)));

test("what is not known is left out, so that the strict reading applies", () => {
  expect(sent(unknownCall, undefined)).toEqual({ channel: "phone", direction: "inbound", caller: {}, flags: {} });
});

test("every field reaches the API in its own words", () => {
  const thought = {
    ...unknownCall,
    number: "+14155550123",
    declared: "DE",
    agent: "US-TX",
    newcomer: "US-WA",
    yes: "refused",
    day: "2026-12-01",
    ticked: ["hipaa"],
  } as const;

  expect(sent(thought, ["US-TX"])).toEqual({
    at: "2026-12-01T12:00:00Z",
    businessJurisdictions: ["US-TX"],
    agentLocation: "US-TX",
    channel: "phone",
    direction: "inbound",
    caller: { number: "+14155550123", declared: "DE" },
    flags: { hipaa: true, thirdPartyJoined: "US-WA", activeConsent: false },
  });
});

test("the contract takes the fullest question the form can ask", () => {
  const question = sent({ ...unknownCall, ticked: tickedFlags, purpose: "quality", yes: "given" }, []);

  expect(RecordingQuestionAsked.parse(question)).toEqual(question);
});

test("a problem is said beside the field it names", () => {
  expect(fieldOf("caller.number")).toBe("number");
  expect(fieldOf("businessJurisdictions[0]")).toBeUndefined();
  expect(fieldOf(undefined)).toBeUndefined();
});
