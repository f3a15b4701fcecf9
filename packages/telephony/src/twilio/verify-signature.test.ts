import fc from "fast-check";
import twilioSdk from "twilio";
import { expect, test } from "vitest";
import { aMessage } from "../../testing/build-message.ts";
import { sign, verifySignature } from "./verify-signature.ts";

// Published by Twilio: twilio-node spec/unit/webhooks/webhooks.spec.js and twilio-python
// tests/unit/test_request_validator.py (both MIT). The values are restated here; none of their code is.
const token = "12345";
const url = "https://mycompany.com/myapp.php?foo=1&bar=2";
const form = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
const published: [what: string, url: string, body: string, signature: string][] = [
  ["an ordinary webhook", url, form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="],
  ["https, told with a port, signed without", url.replace(".com", ".com:1234"), form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="],
  ["https, signed with port 443", url, form, "kvajT1Ptam85bY51eRf/AJRuM3w="],
  ["http, signed with port 80", url.replace("https", "http"), form, "0ZXoZLH/DfblKGATFgpif+LLRf4="],
  ["a repeated name", url, "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234", "IK+Dwps556ElfBT0I3Rgjkr1wJU="],
  [
    "the same value twice counts once",
    url,
    "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234",
    "IK+Dwps556ElfBT0I3Rgjkr1wJU=",
  ],
  [
    "two addresses under one name",
    url,
    "MessagingBinding.Address=%2B1325xxxxxxx&MessagingBinding.Address=%2B1415xxxxxxx",
    "83O6e2vORAoJHUNzJjDWN1jz+BA=",
  ],
  ["a quote in the query", `${url}&Body=It's+amazing`, form, "dsq4Ehbj6cs+KdTkpF5sSSplOWw="],
  [
    "a JSON body, checked by its hash",
    `${url}&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620`,
    `{"property": "value", "boolean": true}`,
    "a9nBmqA0ju/hNViExpshrM61xv4=",
  ],
];

test.each(published)("Twilio's own vector: %s", (_what, told, body, signature) => {
  expect(verifySignature(aMessage({ url: told, body, signature }), token).ok).toBe(true);
});

test("plain http keeps a port that is not the usual one", () => {
  const signature = "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=";
  expect(sign(url.replace("https", "http").replace(".com", ".com:1234"), form, token)).toBe(signature);
});

const refused: [why: string, Parameters<typeof aMessage>[0], code: string][] = [
  ["no signature", { url, body: form, signature: undefined }, "signature_missing"],
  ["an empty signature", { url, body: form, signature: "" }, "signature_missing"],
  ["another address", { url: `${url}&x=1`, body: form, signature: sign(url, form, token) }, "signature_wrong"],
  ["a changed body", { url, body: `${form}&x=1`, signature: sign(url, form, token) }, "signature_wrong"],
  ["another secret", { url, body: form, signature: sign(url, form, "other") }, "signature_wrong"],
  ["another length", { url, body: form, signature: "short" }, "signature_wrong"],
  [
    "a JSON body that is not the one hashed",
    {
      url: `${url}&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620`,
      body: "{}",
      signature: "a9nBmqA0ju/hNViExpshrM61xv4=",
    },
    "signature_wrong",
  ],
];

test.each(refused)("refused: %s", (_why, message, code) => {
  expect(verifySignature(aMessage(message), token)).toEqual({ ok: false, reason: { code } });
});

test("an address told with our connection limits is the same address, whichever of the two was signed", () => {
  const limited = `${url}#ct=1500&rc=1&rp=5xx,ct&rt=4000&tt=6000`;
  for (const signature of [sign(url, form, token), sign(limited, form, token)]) {
    expect(verifySignature(aMessage({ url, body: form, signature }), token).ok).toBe(true);
  }
});

/** The SDK wants an object, and an object has no field called `__proto__`. */
const parameterName = fc.string({ minLength: 1 }).filter((name) => name !== "__proto__");
const params = fc.array(fc.tuple(parameterName, fc.string({ unit: "grapheme" })), { maxLength: 12 });
const address = fc
  .record({ url: fc.webUrl({ withQueryParameters: true }), port: fc.constantFrom("", ":443", ":80", ":8443") })
  .map((one) => one.url.replace(/^(\w+:\/\/[^/?#]+)/, `$1${one.port}`));

test("a signature of ours is one Twilio's own SDK accepts, and the other way round", () => {
  fc.assert(
    fc.property(address, params, fc.string(), (told, pairs, secret) => {
      const body = new URLSearchParams(pairs).toString();
      const asSdkReads = toSdkParams(body);
      expect(twilioSdk.validateRequest(secret, sign(told, body, secret), told, asSdkReads)).toBe(true);
      const signature = twilioSdk.getExpectedTwilioSignature(secret, told, asSdkReads);
      expect(verifySignature(aMessage({ url: told, body, signature }), secret).ok).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test("an address nobody can parse is refused, not thrown at", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (told, body, signature) => {
      expect(verifySignature(aMessage({ url: told, body, signature }), token).ok).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

/** The form as an Express body parser hands it to the SDK: one value, or a list of them. */
function toSdkParams(body: string): Record<string, string | string[]> {
  const read = new URLSearchParams(body);
  const names = [...new Set(read.keys())];
  return Object.fromEntries(names.map((name) => [name, read.getAll(name)] as const));
}
