import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "node:querystring";
import { err, ok, type Result } from "@ringtrail/core";
import type { CarrierMessage, SignatureRefused, VerifiedMessage } from "../carrier.ts";
import { connectionLimits } from "./connection-limits.ts";

/**
 * Checks `X-Twilio-Signature` on the raw body.
 *
 * The signature is base64(HMAC-SHA1(token, address + sorted names and values)); with `bodySHA256` in the address the
 * body is checked by its hash instead (Twilio docs, "Webhooks security"). Twilio's own SDK tries the address as told,
 * with and without port, then as `new URL()` writes it; so does this. Whether Twilio signs the fragment with the
 * connection limits is not documented, so the fragments we set ourselves are tried too.
 */
export function verifySignature(message: CarrierMessage, secret: string): Result<VerifiedMessage, SignatureRefused> {
  const given = message.header("x-twilio-signature");
  if (given === undefined || given === "") return err({ code: "signature_missing" });
  const bodyHash = URL.canParse(message.url) ? new URL(message.url).searchParams.get("bodySHA256") : null;
  if (bodyHash !== null && !isSame(bodyHash, sha256(message.body))) return err({ code: "signature_wrong" });
  const signedBody = bodyHash === null ? joinParams(message.body) : "";
  const matches = addressesToTry(message.url).filter((url) => isSame(given, hmac(secret, url + signedBody)));
  return matches.length > 0 ? ok(message as VerifiedMessage) : err({ code: "signature_wrong" });
}

/** Signs as Twilio does: for the fake carrier and for tests. `body` is the form as sent. */
export function sign(url: string, body: string, secret: string): string {
  return hmac(secret, url + joinParams(body));
}

/** Names in code-unit order, each followed by its value; a repeated name once per distinct value, sorted. */
function joinParams(body: string): string {
  const params = new URLSearchParams(body);
  return [...new Set(params.keys())]
    .toSorted(byCodeUnit)
    .flatMap((name) => [...new Set(params.getAll(name))].toSorted(byCodeUnit).map((value) => name + value))
    .join("");
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function addressesToTry(told: string): readonly string[] {
  const url = told.split("#")[0] ?? told;
  const written = URL.canParse(url) ? [url, new URL(url).toString()] : [url];
  const plain = written.flatMap((address) => [withoutPort(address), withPort(address)]);
  const all = [...plain, ...plain.map(withLegacyQuery)];
  return [...new Set([...all, ...Object.values(connectionLimits).flatMap((limits) => all.map((one) => one + limits))])];
}

/** scheme, user, host, port, rest: split by hand, because `new URL()` rewrites characters Twilio signed. */
const addressParts = /^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*@)?(\[[^\]]*\]|[^/?#:]*)(:\d*)?(.*)$/is;

function withoutPort(url: string): string {
  const [, scheme, user = "", host, , rest] = addressParts.exec(url) ?? [];
  return scheme === undefined ? url : `${scheme}${user}${host}${rest}`;
}

function withPort(url: string): string {
  const [, scheme, user = "", host, port, rest] = addressParts.exec(url) ?? [];
  if (scheme === undefined || port !== undefined) return url;
  return `${scheme}${user}${host}${scheme.toLowerCase() === "https://" ? ":443" : ":80"}${rest}`;
}

/** The query as Node's old `querystring` escapes it (`'` as `%27`), which some senders sign. */
function withLegacyQuery(url: string): string {
  const start = url.indexOf("?");
  return start === -1 || start === url.length - 1
    ? url
    : `${url.slice(0, start)}?${stringify(parse(url.slice(start + 1)))}`;
}

function hmac(secret: string, text: string): string {
  return createHmac("sha1", secret).update(text, "utf8").digest("base64");
}

function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Compares in constant time. Lengths are no secret: the algorithm fixes them. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
