import { existsSync, readFileSync } from "node:fs";
import { parseE164, type E164 } from "@ringtrail/core";
import type { Callback, CallPlan, Step } from "@ringtrail/core/call-flow";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import fc from "fast-check";
import twilioSdk from "twilio";
import { expect, test } from "vitest";
import { renderPlan } from "./render-plan.ts";

const callbackUrl = (callback: Callback) => `https://calls.example/${callback}?a=1&b=2`;
const render = (...steps: Step[]) => renderPlan({ steps }, callbackUrl).body;
const business = e164("+14155550100");
const notice: Step = { do: "notice", text: "Recorded, ok?", language: "en-US", refusalKey: "9" };
const dial: Extract<Step, { do: "dial" }> = {
  do: "dial",
  to: business,
  timeoutSeconds: 25,
  record: "none",
  callerId: undefined,
  report: false,
};
const decision = "#ct=1500&rc=1&rp=5xx,ct&rt=4000&tt=6000";
const report = "#ct=2000&rc=5&rp=all&rt=4000";

test("the first document plays the notice, calls back in any case, and dials unrecorded if nobody answers", () => {
  const sdk = new twilioSdk.twiml.VoiceResponse();
  const gather = sdk.gather({
    input: ["dtmf"],
    numDigits: 1,
    finishOnKey: "",
    timeout: 1,
    actionOnEmptyResult: true,
    action: callbackUrl("notice-ended") + decision,
    method: "POST",
  });
  gather.say({ language: "en-US" }, "Recorded, ok?");
  sdk.dial({ answerOnBridge: true, timeout: 25 }).number(business);

  expect(parsed(render(notice, dial))).toEqual(parsed(sdk.toString()));
});

test("the answer to the notice records both parties from the answer on and reports every moment", () => {
  const sdk = new twilioSdk.twiml.VoiceResponse();
  sdk
    .dial({
      answerOnBridge: true,
      timeout: 25,
      action: callbackUrl("dial-ended") + decision,
      method: "POST",
      callerId: "+14155550111",
      record: "record-from-answer-dual",
      trim: "do-not-trim",
      recordingStatusCallback: callbackUrl("recording") + report,
      recordingStatusCallbackEvent: ["in-progress", "completed", "absent"],
      recordingStatusCallbackMethod: "POST",
    })
    .number(
      {
        statusCallback: callbackUrl("status") + report,
        statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
        statusCallbackMethod: "POST",
      },
      business,
    );

  const step: Step = { ...dial, record: "both", report: true, callerId: e164("+14155550111") };
  expect(parsed(render(step))).toEqual(parsed(sdk.toString()));
});

test("a step that must work while we are dead asks nothing of us", () => {
  expect(render(dial)).not.toContain("calls.example");
});

test("say, pause and hangup are Twilio's own", () => {
  const sdk = new twilioSdk.twiml.VoiceResponse();
  sdk.say({ language: "es-US" }, "Adiós & <gracias>");
  sdk.pause({ length: 2 });
  sdk.hangup();
  const said: Step = { do: "say", text: "Adiós & <gracias>", language: "es-US" };
  expect(parsed(render(said, { do: "pause", seconds: 2 }, { do: "hangup" }))).toEqual(parsed(sdk.toString()));
});

test("a document is XML in UTF-8 and says so", () => {
  const { contentType, body } = renderPlan({ steps: [] }, callbackUrl);
  expect(contentType).toBe("text/xml; charset=utf-8");
  expect(body).toBe(`<?xml version="1.0" encoding="UTF-8"?><Response/>`);
});

const text = fc.string({ unit: "binary" });
const steps: fc.Arbitrary<CallPlan["steps"]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant("say" as const), text, language: text }),
    fc.record({ do: fc.constant("notice" as const), text, language: text, refusalKey: fc.constant("9") }),
    fc.record({ do: fc.constant("pause" as const), seconds: fc.double() }),
    fc.record({ do: fc.constant("hangup" as const) }),
    fc.record({
      do: fc.constant("dial" as const),
      to: fc.constant(business),
      timeoutSeconds: fc.double(),
      record: fc.constantFrom("none" as const, "both" as const),
      callerId: fc.constantFrom(business, undefined),
      report: fc.boolean(),
    }),
  ),
);

test("whatever is to be said, the document is well-formed XML", () => {
  fc.assert(
    fc.property(steps, text, (plan, query) => {
      const { body } = renderPlan({ steps: plan }, (callback) => `https://x.example/${callback}?${query}`);
      expect(XMLValidator.validate(body)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

const corpus = new URL("../../../../../shared/corpora/twiml-attributes/voice-verbs.json", import.meta.url);
const missing = existsSync(corpus) ? "" : " (skipped: the list of verbs is not on this machine)";

test.skipIf(missing !== "")(`every verb and attribute is on Twilio's own list${missing}`, () => {
  const { verbs } = JSON.parse(readFileSync(corpus, "utf8")) as { verbs: Record<string, Record<string, string>> };
  const used = render(
    notice,
    { ...dial, record: "both", report: true, callerId: business },
    { do: "pause", seconds: 1 },
    { do: "hangup" },
  );
  for (const [, name = "", attributes = ""] of used.matchAll(/<([A-Z]\w+)([^>]*)>/g)) {
    if (name === "Response" || name === "Hangup") continue;
    const allowed = Object.keys(verbs[name] ?? {});
    expect(allowed, name).toEqual(expect.arrayContaining([...attributes.matchAll(/ (\w+)=/g)].map((one) => one[1])));
  }
});

function parsed(xml: string): unknown {
  return new XMLParser({ preserveOrder: true, ignoreAttributes: false, parseAttributeValue: false }).parse(xml);
}

function e164(text: string): E164 {
  const number = parseE164(text);
  if (!number.ok) throw new Error(`not a number: ${text}`);
  return number.value;
}
