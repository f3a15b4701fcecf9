import type { CallPlan, Step, Words } from "@ringtrail/core/call-flow";
import type { CallbackUrl, CarrierDocument } from "../carrier.ts";
import { buildTwiml, type Verb } from "./build-twiml.ts";
import { withLimits } from "./connection-limits.ts";
import { renderDial } from "./render-dial.ts";
import { onRecording } from "./render-reports.ts";
import { gather, question } from "./render-gather.ts";
import { whole } from "./whole-number.ts";

/** Puts a plan into TwiML: the verbs of each step, in order. */
export function renderPlan(plan: CallPlan, callbackUrl: CallbackUrl): CarrierDocument {
  const body = buildTwiml(plan.steps.flatMap((step) => toVerbs(step, callbackUrl)));
  return { contentType: "text/xml; charset=utf-8", body };
}

function toVerbs(step: Step, callbackUrl: CallbackUrl): readonly Verb[] {
  switch (step.do) {
    case "say":
      return [say(step, callbackUrl)];
    case "notice":
      // One second to press after the last word; the shortest Twilio takes.
      return [
        gather({ callback: "notice-ended", step: step.step, timeoutSeconds: 1 }, say(step, callbackUrl), callbackUrl),
      ];
    case "ask":
      return [question(step, say(step, callbackUrl), callbackUrl)];
    case "menu":
      return [gather({ callback: "menu-chosen", ...step }, say(step, callbackUrl), callbackUrl)];
    case "record":
      return [{ name: "Start", attributes: {}, children: [recording(step, callbackUrl)] }];
    case "dial":
      return [renderDial(step, callbackUrl)];
    case "message":
      return [say(step, callbackUrl), message(step, callbackUrl)];
    case "pause":
      return [{ name: "Pause", attributes: { length: whole(step.seconds, 1, 600) }, children: [] }];
    case "reject":
      return [{ name: "Reject", attributes: { reason: step.as === "busy" ? "busy" : "rejected" }, children: [] }];
    case "hangup":
      return [{ name: "Hangup", attributes: {}, children: [] }];
  }
}

/** A sound is played from an address of ours; a text is spoken by Twilio's voice. */
function say({ text, language, sound }: Words, callbackUrl: CallbackUrl): Verb {
  if (sound !== undefined) return { name: "Play", attributes: {}, children: [callbackUrl("sound", sound)] };
  return { name: "Say", attributes: { language }, children: [text] };
}

/**
 * Starts at once and lets the next verb run (Twilio docs, "<Recording>": it records "before processing any other TwiML
 * instructions"), so that what is said next is inside. The tracks are the caller's: `outbound` is what the caller hears.
 */
function recording({ sides }: Extract<Step, { do: "record" }>, callbackUrl: CallbackUrl): Verb {
  const track = sides === "both" ? "both" : "outbound";
  const channels = sides === "both" ? "dual" : "mono";
  return {
    name: "Recording",
    attributes: { channels, track, trim: "do-not-trim", ...onRecording(callbackUrl) },
    children: [],
  };
}

function message({ mostSeconds, step }: Extract<Step, { do: "message" }>, callbackUrl: CallbackUrl): Verb {
  return {
    name: "Record",
    attributes: {
      action: withLimits(callbackUrl("message-ended", step), "decision"),
      method: "POST",
      playBeep: "true",
      finishOnKey: "#",
      timeout: "5",
      maxLength: whole(mostSeconds, 5, 600),
      trim: "do-not-trim",
      ...onRecording(callbackUrl),
    },
    children: [],
  };
}
