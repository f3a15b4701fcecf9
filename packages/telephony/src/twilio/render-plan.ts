import type { CallPlan, Step } from "@ringtrail/core/call-flow";
import type { CallbackUrl, CarrierDocument } from "../carrier.ts";
import { buildTwiml, type Verb } from "./build-twiml.ts";
import { withLimits } from "./connection-limits.ts";

/** Puts a plan into TwiML: one verb per step, in order. */
export function renderPlan(plan: CallPlan, callbackUrl: CallbackUrl): CarrierDocument {
  const body = buildTwiml(plan.steps.map((step) => toVerb(step, callbackUrl)));
  return { contentType: "text/xml; charset=utf-8", body };
}

function toVerb(step: Step, callbackUrl: CallbackUrl): Verb {
  switch (step.do) {
    case "say":
      return say(step.text, step.language);
    case "notice":
      return notice(step, callbackUrl);
    case "dial":
      return dial(step, callbackUrl);
    case "pause":
      return { name: "Pause", attributes: { length: whole(step.seconds, 1, 600) }, children: [] };
    case "hangup":
      return { name: "Hangup", attributes: {}, children: [] };
  }
}

function say(text: string, language: string): Verb {
  return { name: "Say", attributes: { language }, children: [text] };
}

/**
 * The notice stands inside a Gather. `actionOnEmptyResult` makes a silent end call back too, and that callback is the
 * proof. Any key calls back at once, because `finishOnKey` is empty and one digit is enough. If the callback fails,
 * Twilio goes to the number's fallback address or on to the next verb: both dial the business.
 */
function notice(step: Extract<Step, { do: "notice" }>, callbackUrl: CallbackUrl): Verb {
  return {
    name: "Gather",
    attributes: {
      input: "dtmf",
      numDigits: "1",
      finishOnKey: "",
      // One second to press after the last word; the shortest Twilio takes.
      timeout: "1",
      actionOnEmptyResult: "true",
      action: withLimits(callbackUrl("notice-ended"), "decision"),
      method: "POST",
    },
    children: [say(step.text, step.language)],
  };
}

function dial(step: Extract<Step, { do: "dial" }>, callbackUrl: CallbackUrl): Verb {
  return {
    name: "Dial",
    attributes: {
      answerOnBridge: "true",
      timeout: whole(step.timeoutSeconds, 5, 600),
      callerId: step.callerId,
      ...(step.report ? { action: withLimits(callbackUrl("dial-ended"), "decision"), method: "POST" } : {}),
      ...(step.record === "both" ? recording(callbackUrl) : {}),
    },
    children: [number(step, callbackUrl)],
  };
}

/** Recorded from the answer on, each party on a channel, nothing cut off, so that lengths and instants stay true. */
function recording(callbackUrl: CallbackUrl): Verb["attributes"] {
  return {
    record: "record-from-answer-dual",
    trim: "do-not-trim",
    recordingStatusCallback: withLimits(callbackUrl("recording"), "report"),
    recordingStatusCallbackEvent: "in-progress completed absent",
    recordingStatusCallbackMethod: "POST",
  };
}

function number(step: Extract<Step, { do: "dial" }>, callbackUrl: CallbackUrl): Verb {
  return { name: "Number", attributes: step.report ? reports(callbackUrl) : {}, children: [step.to] };
}

function reports(callbackUrl: CallbackUrl): Verb["attributes"] {
  return {
    statusCallback: withLimits(callbackUrl("status"), "report"),
    statusCallbackEvent: "initiated ringing answered completed",
    statusCallbackMethod: "POST",
  };
}

/** A whole number within what Twilio takes. */
function whole(seconds: number, least: number, most: number): string {
  return String(Math.min(most, Math.max(least, Math.round(seconds) || least)));
}
