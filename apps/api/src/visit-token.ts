import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from "node:crypto";
import { hour, type Instant } from "@ringtrail/core";

/** What a token is bound to. Elsewhere, or for another visit, it counts for nothing. */
export interface TokenBinding {
  readonly site: string;
  readonly network: string;
  readonly visit: string;
}

/** A page that stays open longer asks for a new token. */
const lifeMs = 12 * hour;

/** Makes the token of a visit: when it ends, and an HMAC over that and what it is bound to. */
export function makeVisitToken(key: Uint8Array, binding: TokenBinding, now: Instant): string {
  const until = (now + lifeMs).toString(36);
  return `${until}.${mac(key, binding, until)}`;
}

/** Says whether the token was made by us for exactly this binding and has not ended. */
export function isVisitToken(key: Uint8Array, binding: TokenBinding, now: Instant, token: string): boolean {
  const [until = "", given = ""] = token.split(".");
  const expected = Buffer.from(mac(key, binding, until));
  const actual = Buffer.from(given);
  return actual.length === expected.length && timingSafeEqual(actual, expected) && Number.parseInt(until, 36) > now;
}

/** Keys made ready, which takes longer than a token. */
const ready = new WeakMap<Uint8Array, KeyObject>();

function readyKey(key: Uint8Array): KeyObject {
  const known = ready.get(key);
  if (known !== undefined) return known;
  const made = createSecretKey(key);
  ready.set(key, made);
  return made;
}

function mac(key: Uint8Array, { site, network, visit }: TokenBinding, until: string): string {
  const bound = JSON.stringify([site, network, visit, until]);
  return createHmac("sha256", readyKey(key)).update(bound).digest("base64url").slice(0, 24);
}
