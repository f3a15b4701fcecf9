import type { CarrierNumber, NumberAddresses } from "../carrier-provider.ts";
import { withLimits } from "./connection-limits.ts";

/**
 * Calls are asked for with POST and short limits; the fallback with GET, because a static host answers nothing else.
 * An empty fallback address removes the one that was set.
 */
export function numberForm({ voiceUrl, fallbackUrl, statusUrl }: NumberAddresses): URLSearchParams {
  return new URLSearchParams({
    VoiceUrl: withLimits(voiceUrl, "decision"),
    VoiceMethod: "POST",
    VoiceFallbackUrl: fallbackUrl ?? "",
    VoiceFallbackMethod: "GET",
    StatusCallback: withLimits(statusUrl, "report"),
    StatusCallbackMethod: "POST",
  });
}

/** Whether the number is set as `numberForm` would set it. A limit that was taken out of an address counts as drift. */
export function isRouted(number: CarrierNumber, addresses: NumberAddresses): boolean {
  const wanted = numberForm(addresses);
  return (
    (number.voiceUrl ?? "") === wanted.get("VoiceUrl") &&
    (number.fallbackUrl ?? "") === wanted.get("VoiceFallbackUrl") &&
    (number.statusUrl ?? "") === wanted.get("StatusCallback") &&
    (addresses.fallbackUrl === undefined || number.fallbackMethod === "GET")
  );
}
