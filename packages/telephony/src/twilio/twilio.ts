import type { Carrier } from "../carrier.ts";
import { twilioProvider } from "./provider.ts";
import { readCallback } from "./read-callback.ts";
import { readVoice } from "./read-voice.ts";
import { renderPlan } from "./render-plan.ts";
import { isRouted } from "./route-number.ts";
import { verifySignature } from "./verify-signature.ts";

/** Twilio, and the fake carrier, which speaks as Twilio does. */
export const twilio: Carrier = {
  verify: verifySignature,
  readVoice,
  readCallback,
  render: renderPlan,
  isRouted,
  provider: (connection) => twilioProvider(connection),
};
