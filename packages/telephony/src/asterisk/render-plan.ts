import type { CallPlan, Step } from "@ringtrail/core/call-flow";
import type { CallbackUrl, CarrierDocument } from "../carrier.ts";
import { soundName } from "./sound-name.ts";

/** One field of a document; undefined is left out. */
type Fields = Readonly<Record<string, string | number | undefined>>;

/**
 * Puts a plan into what the dialplan obeys: a form whose fields carry the number of their step.
 *
 * `route` is where the business is, for the dialplan's own copy. `ringtrail=1` stands last: an answer that was cut off
 * lacks it and counts as none. `text` is for people who read logs; what is played is the file named by `sound`.
 */
export function renderPlan(plan: CallPlan, callbackUrl: CallbackUrl): CarrierDocument {
  const form = new URLSearchParams();
  const [route] = plan.steps.findLast((step) => step.do === "dial")?.to ?? [];
  if (route !== undefined) form.set("route", route);
  const known = plan.steps.map((step) => toFields(step, callbackUrl)).filter((fields) => fields !== undefined);
  form.set("steps", String(known.length));
  known.forEach((fields, index) => {
    for (const [name, value] of Object.entries(fields)) {
      if (value !== undefined) form.set(`${index + 1}.${name}`, String(value));
    }
  });
  form.set("ringtrail", "1");
  return { contentType: "application/x-www-form-urlencoded", body: form.toString() };
}

/** What the dialplan takes for "we have it". */
export const acknowledgement: CarrierDocument = {
  contentType: "application/x-www-form-urlencoded",
  body: "ringtrail=1",
};

/** Undefined for what the dialplan cannot do: it goes on with the next step, and that brings the caller on. */
function toFields(step: Step, callbackUrl: CallbackUrl): Fields | undefined {
  switch (step.do) {
    case "ask":
    case "menu":
    case "message":
    case "record":
      return undefined;
    case "reject":
      return { do: "hangup" };
    case "say":
      return { do: "say", ...spoken(step) };
    case "notice":
      return { do: "notice", ...spoken(step), ended: callbackUrl("notice-ended") };
    case "dial":
      return {
        do: "dial",
        to: step.to[0],
        seconds: whole(step.timeoutSeconds, 5, 600),
        // The dialplan records both sides or none.
        record: step.record === "both" ? "both" : "none",
        callerid: step.callerId,
        ...(step.report ? reports(step.record === "both", callbackUrl) : {}),
      };
    case "pause":
      return { do: "pause", seconds: whole(step.seconds, 1, 600) };
    case "hangup":
      return { do: "hangup" };
  }
}

function spoken({ text, language }: { readonly text: string; readonly language: string }): Fields {
  return { sound: soundName(text, language), text };
}

/** The dialplan reports every call to addresses it was printed with; these say which reports this leg will bring. */
function reports(isRecorded: boolean, callbackUrl: CallbackUrl): Fields {
  return {
    ended: callbackUrl("dial-ended"),
    status: callbackUrl("status"),
    recording: isRecorded ? callbackUrl("recording") : undefined,
  };
}

function whole(seconds: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(seconds) || least));
}
