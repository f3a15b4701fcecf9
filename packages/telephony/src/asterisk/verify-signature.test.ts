import { createHash } from "node:crypto";
import { after, type Milliseconds } from "@ringtrail/core";
import { expect, test } from "vitest";
import { aMessage, someday } from "../../testing/build-message.ts";
import { deriveKeys } from "./derive-keys.ts";
import { sign, verifySignature } from "./verify-signature.ts";

const secret = "a secret of the connection";
const url = "https://calls.example/carriers/asterisk/1/voice";
const body = "callid=1.1&to=%2B14155550111";

function message(signature: string, lateMs: Milliseconds = 0) {
  const header = (name: string) => (name === "x-ringtrail-signature" ? signature : undefined);
  return { ...aMessage({ url, body, receivedAt: after(someday, lateMs) }), header };
}

test.each([
  ["at once", 0, true],
  ["after almost five minutes", 299_000, true],
  ["before its time by five minutes: clocks differ", -299_000, true],
  ["after more than five minutes: somebody's copy", 302_000, false],
  ["before its time by more", -302_000, false],
])("a signed message that comes %s", (_when, lateMs, believed) => {
  expect(verifySignature(message(sign(url, body, secret, someday), lateMs), secret).ok).toBe(believed);
});

test("the last of several headers counts, because Asterisk keeps the ones of earlier questions", () => {
  const now = sign(url, body, secret, someday);
  const earlier = sign(`${url}?other`, body, secret, someday);
  expect(verifySignature(message(`${earlier}, ${now}`), secret).ok).toBe(true);
  expect(verifySignature(message(`${now}, ${earlier}`), secret).ok).toBe(false);
});

test.each(["", "nonsense", "1772526600", "1772526600.", ".abc", "NaN.abc", `${"9".repeat(40)}.abc`])(
  "a header that is no signature (%j) is refused",
  (header) => {
    expect(verifySignature(message(header), secret).ok).toBe(false);
  },
);

test("the keys are a SHA-1 block long and tell nothing of each other", () => {
  const { inner, outer, ari } = deriveKeys(secret);
  expect(new Set([inner, outer, ari, secret]).size).toBe(4);
  for (const key of [inner, outer, ari]) expect(key).toMatch(/^[0-9a-f]{64}$/);
});

test("the signature is what Asterisk's own SHA1() makes of the printed keys", () => {
  const { inner, outer } = deriveKeys(secret);
  const seconds = Math.floor(someday / 1_000);
  const sha1 = (text: string) => createHash("sha1").update(text).digest("hex");
  expect(sign(url, body, secret, someday)).toBe(
    `${seconds}.${sha1(`${outer}${sha1(`${inner}${seconds}.${url}.${body}`)}`)}`,
  );
});
