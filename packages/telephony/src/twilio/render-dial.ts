import type { E164 } from "@ringtrail/core";
import type { Step } from "@ringtrail/core/call-flow";
import type { CallbackUrl } from "../carrier.ts";
import type { Verb } from "./build-twiml.ts";
import { withLimits } from "./connection-limits.ts";
import { onLeg, onRecording } from "./render-reports.ts";
import { whole } from "./whole-number.ts";

type Dial = Extract<Step, { do: "dial" }>;

/** Twilio rings up to ten numbers of one Dial at once; the first to answer has the call. */
const mostNumbers = 10;

/** Rings the business; the caller keeps hearing it ring until somebody is connected. */
export function renderDial(step: Dial, callbackUrl: CallbackUrl): Verb {
  return {
    name: "Dial",
    attributes: {
      answerOnBridge: "true",
      timeout: whole(step.timeoutSeconds, 5, 600),
      callerId: step.callerId,
      ...(step.report ? onEnd(step, callbackUrl) : {}),
      ...recording(step, callbackUrl),
    },
    children: step.to.slice(0, mostNumbers).map((to) => number(to, step, callbackUrl)),
  };
}

function onEnd({ step }: Dial, callbackUrl: CallbackUrl): Verb["attributes"] {
  return { action: withLimits(callbackUrl("dial-ended", step), "decision"), method: "POST" };
}

/**
 * Recorded from the answer on and nothing cut off, so that lengths and instants stay true. Both sides lie on a channel
 * each; the business alone is the caller's outbound track, which is what the caller hears.
 */
function recording({ record }: Dial, callbackUrl: CallbackUrl): Verb["attributes"] {
  if (record === "none") return {};
  const how =
    record === "both"
      ? { record: "record-from-answer-dual" }
      : { record: "record-from-answer", recordingTrack: "outbound" };
  return { ...how, trim: "do-not-trim", ...onRecording(callbackUrl) };
}

/** What is whispered is asked of us when somebody answers: by then we may know which ad the caller came from. */
function number(to: E164, step: Dial, callbackUrl: CallbackUrl): Verb {
  const whisper = step.report && step.whisper !== undefined && step.whisper.length > 0;
  const asked = whisper ? { url: withLimits(callbackUrl("whisper", step.step), "decision"), method: "POST" } : {};
  return { name: "Number", attributes: { ...asked, ...(step.report ? onLeg(callbackUrl) : {}) }, children: [to] };
}
