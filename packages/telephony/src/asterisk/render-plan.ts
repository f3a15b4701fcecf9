import type { CallPlan, Step, Words } from "@ringtrail/core/call-flow";
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
  form.set("steps", String(plan.steps.length));
  plan.steps.forEach((step, index) => {
    for (const [name, value] of Object.entries(toFields(step, callbackUrl))) {
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

/** The answer to a moment of the talk: whether the recording rests. Without it the dialplan must take it that it does not. */
export function sayRest(isPaused: boolean): CarrierDocument {
  const { contentType, body } = acknowledgement;
  return { contentType, body: `rest=${isPaused ? 1 : 0}&${body}` };
}

function toFields(step: Step, callbackUrl: CallbackUrl): Fields {
  switch (step.do) {
    case "say":
      return { do: "say", ...spoken(step), ...must(step) };
    case "notice":
      return {
        do: "notice",
        ...spoken(step),
        ...must(step),
        seconds: 1,
        ended: callbackUrl("notice-ended", step.step),
      };
    case "ask":
      return {
        do: "ask",
        ...spoken(step),
        ...must(step),
        seconds: 4,
        ended: callbackUrl("consent-answered", step.step),
      };
    case "menu": {
      const seconds = whole(step.timeoutSeconds, 1, 60);
      return { do: "menu", ...spoken(step), seconds, ended: callbackUrl("menu-chosen", step.step) };
    }
    case "record":
      return { do: "record", sides: step.sides };
    case "dial":
      return dial(step, callbackUrl);
    case "message": {
      const seconds = whole(step.mostSeconds, 5, 600);
      return { do: "message", ...spoken(step), seconds, ended: callbackUrl("message-ended", step.step) };
    }
    case "pause":
      return { do: "pause", seconds: whole(step.seconds, 1, 600) };
    case "reject":
      // Q.850 causes: user busy, unallocated number.
      return { do: "reject", cause: step.as === "busy" ? 17 : 1 };
    case "hangup":
      return { do: "hangup" };
  }
}

function spoken(words: Words): Fields {
  return { sound: soundName(words), text: words.text };
}

function must(step: { readonly must?: true | undefined }): Fields {
  return step.must === true ? { must: 1 } : {};
}

type Dial = Extract<Step, { do: "dial" }>;

/** More phones than this ring nowhere at once. */
const mostPhones = 10;

/**
 * The dialplan reports every call to addresses it was printed with; `status` and `recording` say which reports this leg
 * will bring. What is whispered is here and not asked for: whoever has picked up waits for nobody.
 */
function dial(step: Dial, callbackUrl: CallbackUrl): Fields {
  return {
    do: "dial",
    to: step.to.slice(0, mostPhones).join("x"),
    seconds: whole(step.timeoutSeconds, 5, 600),
    record: step.record,
    callerid: step.callerId,
    whisper: step.whisper?.map(soundName).join("."),
    ...(step.report ? reports(step, callbackUrl) : {}),
  };
}

function reports({ step, record }: Dial, callbackUrl: CallbackUrl): Fields {
  return {
    ended: callbackUrl("dial-ended", step),
    status: callbackUrl("status"),
    recording: record === "none" ? undefined : callbackUrl("recording"),
  };
}

function whole(seconds: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(seconds) || least));
}
