import type { CarrierNumber, NumberAddresses } from "../carrier-provider.ts";
import type { Carrier } from "../carrier.ts";
import { telnyxProvider } from "./provider.ts";
import { readCallback } from "./read-callback.ts";
import { readVoice } from "./read-voice.ts";
import { renderPlan } from "./render-plan.ts";
import { verifySignature } from "./verify-signature.ts";

/** Telnyx, by TeXML. */
export const telnyx: Carrier = {
  verify: verifySignature,
  readVoice,
  readCallback,
  render: renderPlan,
  // "HTTP request method Telnyx will use to interact with your XML Translator webhooks" (`voice_method`, API reference of
  // TeXML applications): one for all addresses of an application, and a GET's values would not be signed.
  asksFallbackByPost: true,
  isRouted: ({ voiceUrl, fallbackUrl, statusUrl }: CarrierNumber, wanted: NumberAddresses) =>
    voiceUrl === wanted.voiceUrl && fallbackUrl === wanted.fallbackUrl && statusUrl === wanted.statusUrl,
  provider: (connection) => telnyxProvider(connection),
};
