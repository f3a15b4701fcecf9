import type { Carrier } from "../carrier.ts";
import { asteriskProvider } from "./provider.ts";
import { readCallback } from "./read-callback.ts";
import { readVoice } from "./read-voice.ts";
import { acknowledgement, renderPlan } from "./render-plan.ts";
import { verifySignature } from "./verify-signature.ts";

/** A PBX of one's own: Asterisk, whose dialplan asks us and stays in charge. */
export const asterisk: Carrier = {
  verify: verifySignature,
  readVoice,
  readCallback,
  render: renderPlan,
  acknowledgement,
  // The trunk routes its numbers to the PBX, and the PBX's dialplan holds our addresses: there is nothing to compare.
  isRouted: () => true,
  provider: (connection) => asteriskProvider(connection),
};
