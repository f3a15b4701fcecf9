import { createHash } from "node:crypto";
import { after, type Milliseconds } from "@ringtrail/core";
import { expect, test } from "vitest";
import { aMessage, someday } from "../../testing/build-message.ts";
import { deriveKeys } from "./derive-keys.ts";
import { sign, verifySignature } from "./verify-signature.ts";

const secret = "a secret of the connection";
const url = "https://calls.example/carriers/asterisk/1/voice";
const body = "callid=1.1&to=%2B14155550111";

function message(signed: string, lateMs: Milliseconds = 0) {
  return aMessage({ url, body: signed, receivedAt: after(someday, lateMs) });
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

test.each([
  "",
  "&sig=",
  "&sig=1772526600",
  "&sig=1772526600.",
  "&sig=.abc",
  "&sig=NaN.abc",
  `&sig=${"9".repeat(40)}.abc`,
])("a body that ends with %j is refused", (end) => {
  expect(verifySignature(message(body + end), secret).ok).toBe(false);
});

test("a signature that is not the last field counts for nothing, and a second one does not hide the first", () => {
  const signed = sign(url, body, secret, someday);
  expect(verifySignature(message(`${signed}&to=%2B1`), secret).ok).toBe(false);
  expect(verifySignature(message(`${signed}&sig=${signed.split("&sig=")[1]}`), secret).ok).toBe(false);
  expect(verifySignature(message(sign(url, signed, secret, someday)), secret).ok).toBe(true);
});

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
    `${body}&sig=${seconds}.${sha1(`${outer}${sha1(`${inner}${seconds}.${url}.${body}`)}`)}`,
  );
});
