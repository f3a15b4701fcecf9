import type { Carrier } from "../carrier.ts";
import { asteriskProvider } from "./provider.ts";
import { readCallback } from "./read-callback.ts";
import { readVoice } from "./read-voice.ts";
import { acknowledgement, renderPlan, sayRest } from "./render-plan.ts";
import { verifySignature } from "./verify-signature.ts";

/** A PBX of one's own: Asterisk, whose dialplan asks us and stays in charge. */
export const asterisk: Carrier = {
  verify: verifySignature,
  readVoice,
  readCallback,
  render: renderPlan,
  acknowledgement,
  sayRest,
  isOwnPbx: true,
  // There is nothing to compare: the dialplan holds our addresses.
  isRouted: () => true,
  provider: (connection) => asteriskProvider(connection),
};
