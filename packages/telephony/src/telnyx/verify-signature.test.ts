import { existsSync, readFileSync } from "node:fs";
import { after, minute } from "@ringtrail/core";
import fc from "fast-check";
import { TelnyxWebhook } from "telnyx/lib/webhooks";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { aMessage, someday } from "../../testing/build-message.ts";
import { aTelnyxSigner } from "../../testing/telnyx-signer.ts";
import { verifySignature } from "./verify-signature.ts";

const [signer, stranger] = [aTelnyxSigner(), aTelnyxSigner()];

/** A message with a body as it came and any two headers. */
function withHeaders(body: string, signature: string | undefined, timestamp: string | undefined, receivedAt = someday) {
  const headers = new Map([
    ["telnyx-signature-ed25519", signature],
    ["telnyx-timestamp", timestamp],
  ]);
  return { ...aMessage({ body, receivedAt }), header: (name: string) => headers.get(name) };
}

const now = String(Math.floor(someday / 1_000));

describe("Telnyx's own cases (test/Webhook.spec.js)", () => {
  const body = "CallSid=v3%3A1&From=%2B14155550123";
  const good = signer.sign(body, now);

  test("a signature over timestamp and raw body is believed", () => {
    expect(verifySignature(withHeaders(body, good, now), signer.secret).ok).toBe(true);
  });

  test.each([
    ["garbage", "so_incorrect"],
    ["empty", ""],
    ["of another body", signer.sign(`${body}x`, now)],
    ["of another moment", signer.sign(body, String(Number(now) + 1))],
    ["of another key", aTelnyxSigner().sign(body, now)],
    ["cut short", good.slice(0, 40)],
  ])("one that is %s is refused", (_why, signature) => {
    const refused = { ok: false, reason: { code: "signature_wrong" } };
    expect(verifySignature(withHeaders(body, signature, now), signer.secret)).toEqual(refused);
  });

  test.each([
    ["the signature", undefined, now],
    ["the timestamp", good, undefined],
  ])("without %s nothing is believed", (_what, signature, timestamp) => {
    const missing = { ok: false, reason: { code: "signature_missing" } };
    expect(verifySignature(withHeaders(body, signature, timestamp), signer.secret)).toEqual(missing);
  });

  test.each([
    [4 * minute, true],
    [6 * minute, false],
    [-4 * minute, true],
    [-6 * minute, false],
  ])("a message heard %i ms after it was signed: %s", (ms, isBelieved) => {
    expect(verifySignature(withHeaders(body, good, now, after(someday, ms)), signer.secret).ok).toBe(isBelieved);
  });

  test.each(["", "KEY0123", "KEY0123 notbase64!", `KEY0123 ${signer.publicKey}x`, `KEY0123 ${btoa("short")}`])(
    "a connection without a usable public key believes nobody: %s",
    (secret) => {
      expect(verifySignature(withHeaders(body, good, now), secret).ok).toBe(false);
    },
  );
});

test("whatever the body, timestamp and signature are, our answer is that of Telnyx's own SDK", async () => {
  const sdk = new TelnyxWebhook(signer.publicKey);
  const believed = (payload: string, signature: string, timestamp: string) =>
    sdk.verify(payload, { "telnyx-signature-ed25519": signature, "telnyx-timestamp": timestamp }).then(
      () => true,
      () => false,
    );
  // The SDK looks at the clock on the wall: it stands still while the two are compared.
  const wall = Math.floor(Date.now() / 1_000);
  vi.useFakeTimers({ toFake: ["Date"], now: wall * 1_000 });
  onTestFinished(() => void vi.useRealTimers());
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.integer({ min: -400, max: 400 }),
      fc.constantFrom("own", "other body", "other key", "cut"),
      async (body, ago, how) => {
        const timestamp = String(wall - ago);
        const signature =
          how === "other key"
            ? stranger.sign(body, timestamp)
            : signer.sign(how === "other body" ? `${body}.` : body, timestamp);
        const given = how === "cut" ? signature.slice(2) : signature;
        const ours = verifySignature(withHeaders(body, given, timestamp, (wall * 1_000) as never), signer.secret);
        expect(ours.ok).toBe(await believed(body, given, timestamp));
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);

const corpus = new URL("../../../../../shared/corpora/telnyx-webhook-vectors/event.json", import.meta.url);
const missing = existsSync(corpus) ? "" : " (skipped: Telnyx's sample is not on this machine)";

test.skipIf(missing !== "")(`Telnyx's own sample is believed as it stands and not when re-formatted${missing}`, () => {
  const body = readFileSync(corpus, "utf8");
  const signature = signer.sign(body, now);

  expect(verifySignature(withHeaders(body, signature, now), signer.secret).ok).toBe(true);
  expect(verifySignature(withHeaders(JSON.stringify(JSON.parse(body)), signature, now), signer.secret).ok).toBe(false);
});
