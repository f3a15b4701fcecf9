import { existsSync, readFileSync } from "node:fs";
import { parseE164, type E164 } from "@ringtrail/core";
import type { Callback, CallPlan, Step } from "@ringtrail/core/call-flow";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import fc from "fast-check";
import twilioSdk from "twilio";
import { expect, test } from "vitest";
import { renderPlan } from "./render-plan.ts";

const callbackUrl = (callback: Callback, about = "1") => `https://calls.example/${callback}?a=${about}&b=2`;
const render = (...steps: Step[]) => renderPlan({ steps }, callbackUrl).body;
const business = e164("+14155550100");
const notice: Step = { do: "notice", text: "Recorded, ok?", language: "en-US", refusalKey: "9" };
const dial: Extract<Step, { do: "dial" }> = {
  do: "dial",
  to: [business],
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

test("where the notice must be inside, the recording is on first, then the sentence, then the business rings", () => {
  const short = { text: "This call is being recorded.", language: "en-US" };
  const sdk = new twilioSdk.twiml.VoiceResponse();
  sdk.start().recording({
    channels: "dual",
    track: "both",
    trim: "do-not-trim",
    recordingStatusCallback: callbackUrl("recording") + report,
    recordingStatusCallbackEvent: ["in-progress", "completed", "absent"],
    recordingStatusCallbackMethod: "POST",
  });
  sdk.say({ language: "en-US" }, short.text);
  sdk
    .dial({ answerOnBridge: true, timeout: 25, action: callbackUrl("dial-ended", "ring") + decision, method: "POST" })
    .number(
      {
        url: callbackUrl("whisper", "ring") + decision,
        method: "POST",
        statusCallback: callbackUrl("status") + report,
        statusCallbackEvent: ["initiated", "ringing", "answered", "completed"],
        statusCallbackMethod: "POST",
      },
      business,
    );

  const rung: Step = { ...dial, report: true, whisper: [short], step: "ring" };
  const xml = render({ do: "record", sides: "both" }, { do: "say", ...short }, rung);
  expect(parsed(xml)).toEqual(parsed(sdk.toString()));
});

test("the business alone is the track the caller hears", () => {
  const xml = render({ ...dial, record: "business", report: true });
  expect(xml).toContain('record="record-from-answer" recordingTrack="outbound"');
});

test("a question takes a key or a word, and calls back also when neither comes", () => {
  const sdk = new twilioSdk.twiml.VoiceResponse();
  const gather = sdk.gather({
    input: ["dtmf", "speech"],
    numDigits: 1,
    finishOnKey: "",
    timeout: 4,
    actionOnEmptyResult: true,
    action: callbackUrl("consent-answered", "ring") + decision,
    method: "POST",
    language: "es-US",
    hints: "sí, si, acepto, de acuerdo, claro, no",
    speechTimeout: "1",
  });
  gather.say({ language: "es-US" }, "¿Podemos grabar?");

  const ask: Step = { do: "ask", text: "¿Podemos grabar?", language: "es-US", yesKey: "1", step: "ring" };
  expect(parsed(render(ask))).toEqual(parsed(sdk.toString()));
});

test("menu, message, sound and rejection are Twilio's own", () => {
  const sdk = new twilioSdk.twiml.VoiceResponse();
  sdk
    .gather({
      input: ["dtmf"],
      numDigits: 1,
      finishOnKey: "",
      timeout: 7,
      actionOnEmptyResult: true,
      action: callbackUrl("menu-chosen", "menu") + decision,
      method: "POST",
    })
    .say({ language: "en-US" }, "Press 1");
  sdk.play(callbackUrl("sound", "abc"));
  sdk.record({
    action: callbackUrl("message-ended", "box") + decision,
    method: "POST",
    playBeep: true,
    finishOnKey: "#",
    timeout: 5,
    maxLength: 120,
    trim: "do-not-trim",
    recordingStatusCallback: callbackUrl("recording") + report,
    recordingStatusCallbackEvent: ["in-progress", "completed", "absent"],
    recordingStatusCallbackMethod: "POST",
  });
  sdk.reject({ reason: "busy" });

  const xml = render(
    { do: "menu", text: "Press 1", language: "en-US", timeoutSeconds: 7, step: "menu" },
    { do: "message", text: "Leave word", language: "en-US", sound: "abc", mostSeconds: 120, step: "box" },
    { do: "reject", as: "busy" },
  );
  expect(parsed(xml)).toEqual(parsed(sdk.toString()));
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
      to: fc.constantFrom([business] as const, [business, business] as const),
      timeoutSeconds: fc.double(),
      record: fc.constantFrom("none" as const, "both" as const, "business" as const),
      callerId: fc.constantFrom(business, undefined),
      report: fc.boolean(),
      whisper: fc.option(fc.array(fc.record({ text, language: text })), { nil: undefined }),
      step: fc.option(text, { nil: undefined }),
    }),
    fc.record({ do: fc.constant("ask" as const), text, language: text, yesKey: fc.constant("1") }),
    fc.record({ do: fc.constant("menu" as const), text, language: text, timeoutSeconds: fc.double(), step: text }),
    fc.record({ do: fc.constant("message" as const), text, language: text, mostSeconds: fc.double(), step: text }),
    fc.record({ do: fc.constant("record" as const), sides: fc.constantFrom("both" as const, "business" as const) }),
    fc.record({ do: fc.constant("reject" as const), as: fc.constantFrom("busy" as const, "not_in_service" as const) }),
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
    { ...dial, record: "business", report: true, whisper: [{ text: "From the web", language: "en-US" }] },
    { do: "ask", text: "May we?", language: "en-US", yesKey: "1" },
    { do: "menu", text: "Press 1 for sales", language: "en-US", timeoutSeconds: 5, step: "menu" },
    { do: "message", text: "Leave a message", language: "en-US", mostSeconds: 120, step: "message" },
    { do: "say", text: "Hello", language: "en-US", sound: "a".repeat(64) },
    { do: "record", sides: "both" },
    { do: "reject", as: "busy" },
    { do: "pause", seconds: 1 },
    { do: "hangup" },
  );
  for (const [, name = "", attributes = ""] of used.matchAll(/<([A-Z]\w+)([^>]*)>/g)) {
    if (["Response", "Hangup", "Start"].includes(name)) continue;
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
