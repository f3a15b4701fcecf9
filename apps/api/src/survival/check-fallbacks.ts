import type { E164 } from "@ringtrail/core";
import type { CarrierConnection, NumberRoute } from "@ringtrail/core/ports";
import { numberAddresses, type AddressGround } from "../carriers/number-addresses.ts";
import { fallbackDocument } from "./fallback-files.ts";

/** How one number's fallback address answers. */
export interface FallbackFound {
  readonly e164: E164;
  /** `stale`: it answers another document than the number's. `mistyped`: a type the carrier does not read as markup. */
  readonly state: "right" | "stale" | "mistyped" | "silent";
}

const patienceMs = 5_000;
/** What Twilio and Telnyx read as instructions; plain text would be spoken to the caller. */
const markup = /^(?:text|application)\/xml\b/i;

/** Asks a number's fallback address as its carrier would, with GET, and compares the answer with the number's document. */
export async function checkFallback(
  ground: AddressGround,
  connection: CarrierConnection,
  route: NumberRoute,
): Promise<FallbackFound> {
  const { e164 } = route;
  const { fallbackUrl = "" } = numberAddresses(ground, connection, e164);
  try {
    const answer = await fetch(fallbackUrl, { signal: AbortSignal.timeout(patienceMs) });
    if (!answer.ok) return { e164, state: "silent" };
    if ((await answer.text()) !== fallbackDocument(route, connection).body) return { e164, state: "stale" };
    return { e164, state: markup.test(answer.headers.get("content-type") ?? "") ? "right" : "mistyped" };
  } catch {
    return { e164, state: "silent" };
  }
}
