import type { E164 } from "@ringtrail/core";
import type { CarrierConnection, NumberRoute } from "@ringtrail/core/ports";
import { carrierFor } from "@ringtrail/telephony";
import { numberAddresses, type AddressGround } from "../carriers/number-addresses.ts";
import { fallbackDocument } from "./fallback-files.ts";

/** How one number's fallback address answers. */
export interface FallbackFound {
  readonly e164: E164;
  /**
   * `stale`: it answers another document than the number's. `mistyped`: a type the carrier does not read as markup.
   * `get_only`: the carrier asks by POST, which the host refuses; a GET it answers.
   */
  readonly state: "right" | "stale" | "mistyped" | "get_only" | "silent";
}

const patienceMs = 5_000;
/** What Twilio and Telnyx read as instructions; plain text would be spoken to the caller. */
const markup = /^(?:text|application)\/xml\b/i;

/** Asks a number's fallback address as its carrier would, and compares the answer with the number's document. */
export async function checkFallback(
  ground: AddressGround,
  connection: CarrierConnection,
  route: NumberRoute,
): Promise<FallbackFound> {
  const { e164 } = route;
  const { fallbackUrl = "" } = numberAddresses(ground, connection, e164);
  const byPost = carrierFor(connection).asksFallbackByPost === true;
  try {
    const answer = await ask(fallbackUrl, byPost);
    if (!answer.ok) return { e164, state: byPost && (await ask(fallbackUrl, false)).ok ? "get_only" : "silent" };
    if ((await answer.text()) !== fallbackDocument(route, connection).body) return { e164, state: "stale" };
    return { e164, state: markup.test(answer.headers.get("content-type") ?? "") ? "right" : "mistyped" };
  } catch {
    return { e164, state: "silent" };
  }
}

function ask(url: string, byPost: boolean): Promise<Response> {
  // A form as carriers send one, with nothing in it: whatever is at the address learns of no call.
  const form = byPost ? { method: "POST", body: new URLSearchParams({ CallSid: "" }) } : {};
  return fetch(url, { ...form, signal: AbortSignal.timeout(patienceMs) });
}
