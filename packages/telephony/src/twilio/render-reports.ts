import type { CallbackUrl } from "../carrier.ts";
import { withLimits } from "./connection-limits.ts";
import type { Verb } from "./build-twiml.ts";

/** Where a recording's moments are told. */
export function onRecording(callbackUrl: CallbackUrl): Verb["attributes"] {
  return {
    recordingStatusCallback: withLimits(callbackUrl("recording"), "report"),
    recordingStatusCallbackEvent: "in-progress completed absent",
    recordingStatusCallbackMethod: "POST",
  };
}

/** Where the moments of the leg to the business are told. */
export function onLeg(callbackUrl: CallbackUrl): Verb["attributes"] {
  return {
    statusCallback: withLimits(callbackUrl("status"), "report"),
    statusCallbackEvent: "initiated ringing answered completed",
    statusCallbackMethod: "POST",
  };
}
