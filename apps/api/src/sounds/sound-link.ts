import { createHmac, timingSafeEqual } from "node:crypto";
import { err, hour, instant, ok, type AccountId, type ConnectionId, type Instant, type Result } from "@ringtrail/core";
import type { SoundHash } from "@ringtrail/core/call-flow";
import type { LinkRefused } from "../recordings/recording-link.ts";

/** How long a person's link plays: a page that lists sounds stays open for a while. */
export const soundLinkLifeMs = hour;

/** What a person's link allows: one sound, for a while. */
export interface SoundGrant {
  /** Undefined for a sound that Ringtrail ships. */
  readonly account: AccountId | undefined;
  readonly sha256: SoundHash;
  /** Seconds since 1970. */
  readonly expires: number;
}

/** The path and query of a link that plays a sound to whoever has it. */
export function signSoundLink(key: Uint8Array, grant: SoundGrant): string {
  const { account, sha256, expires } = grant;
  const query = new URLSearchParams({
    ...(account === undefined ? {} : { account }),
    expires: String(expires),
    signature: signatureOf(key, ["sound link", account ?? "shipped", sha256, expires]),
  });
  return `/v1/sounds/${sha256}/audio?${query}`;
}

/** Says whether a link was made by us for exactly this, and still plays. */
export function checkSoundLink(
  key: Uint8Array,
  { account, sha256, expires }: SoundGrant,
  signature: string,
  now: Instant,
): Result<undefined, LinkRefused> {
  const right = signatureOf(key, ["sound link", account ?? "shipped", sha256, expires]);
  if (!isSame(right, signature)) return err({ code: "link_invalid" });
  const at = instant(expires * 1_000);
  return now < at ? ok(undefined) : err({ code: "link_expired", at });
}

/** What a carrier's address allows: one sound in one call. */
export interface CarrierSound {
  readonly connection: ConnectionId;
  /** The carrier's id of the caller's call. */
  readonly carrierRef: string;
  readonly sha256: SoundHash;
}

/**
 * What stands in a carrier's address of a sound. Not every carrier signs its question for a sound, so the address itself
 * is the permission; and it names the call, because that the sound was taken is part of what proves it was heard.
 */
export function carrierSoundKey(key: Uint8Array, { connection, carrierRef, sha256 }: CarrierSound): string {
  return signatureOf(key, ["carrier sound", connection, carrierRef, sha256]);
}

/** Says whether the address is one of ours, in constant time. */
export function isCarrierSoundKey(key: Uint8Array, sound: CarrierSound, given: string): boolean {
  return isSame(carrierSoundKey(key, sound), given);
}

function signatureOf(key: Uint8Array, parts: readonly (string | number)[]): string {
  return createHmac("sha256", key).update(JSON.stringify(parts)).digest("base64url");
}

function isSame(right: string, given: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
