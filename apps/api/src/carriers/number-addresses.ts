import { createHmac, timingSafeEqual } from "node:crypto";
import type { E164 } from "@ringtrail/core";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { NumberAddresses } from "@ringtrail/telephony";
import type { Deps } from "../deps.ts";

/** Whose words a connection speaks: the name in its addresses. The fake carrier speaks as Twilio does. */
export function doorOf({ carrier }: Pick<CarrierConnection, "carrier">): string {
  return carrier === "fake" ? "twilio" : carrier;
}

/** What the addresses of a number are made of. */
export interface AddressGround {
  readonly server: Pick<Deps["server"], "publicUrl" | "fallbackUrl">;
  readonly secrets: Pick<Deps["secrets"], "fallback">;
}

/** Where the carrier asks and reports for one number. */
export function numberAddresses(
  { server, secrets }: AddressGround,
  connection: Pick<CarrierConnection, "id" | "carrier">,
  e164: E164,
): NumberAddresses {
  const base = `${server.publicUrl}/carriers/${doorOf(connection)}/${connection.id}`;
  const file = fallbackFile(connection, e164);
  return {
    voiceUrl: `${base}/voice`,
    fallbackUrl: `${server.fallbackUrl}/fallback/${file}?k=${fallbackKey(secrets.fallback, file)}`,
    statusUrl: `${base}/status`,
  };
}

/** The name of a number's fallback document: `14155550101.twilio`. */
export function fallbackFile(connection: Pick<CarrierConnection, "carrier">, e164: E164): string {
  return `${e164.slice(1)}.${doorOf(connection)}`;
}

/**
 * What must stand behind a document's name for the server to give it. Only the carrier was told it, so nobody learns
 * from the door whose a number is. A static host passes over the query.
 */
export function fallbackKey(secret: Uint8Array, file: string): string {
  return createHmac("sha256", secret).update(file).digest("base64url").slice(0, 22);
}

/** Says whether this is the document's key, in constant time. */
export function isFallbackKey(secret: Uint8Array, file: string, given: string): boolean {
  const [expected, actual] = [Buffer.from(fallbackKey(secret, file)), Buffer.from(given)];
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
