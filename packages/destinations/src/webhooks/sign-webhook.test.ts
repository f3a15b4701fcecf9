import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { instant } from "@ringtrail/core";
import { signWebhook } from "./sign-webhook.ts";
import { readWebhookSecret, writeWebhookSecret, type WebhookSecret } from "./webhook-secret.ts";

/** A secret of this many equal bytes, as its owner is told it and as it signs. */
function aSecret(byte: number, length = 32): { readonly text: string; readonly secret: WebhookSecret } {
  const text = writeWebhookSecret(new Uint8Array(length).fill(byte));
  const read = readWebhookSecret(text);
  if (!read.ok) throw new Error("a secret that was written must be readable");
  return { text, secret: read.value };
}

test("the specification's own library accepts whatever we sign", () => {
  const ids = fc.stringMatching(/^[a-zA-Z0-9_-]{1,40}$/);
  fc.assert(
    fc.property(
      ids,
      fc.json(),
      fc.integer({ min: 0, max: 255 }),
      fc.integer({ min: 24, max: 64 }),
      (id, body, byte, length) => {
        const { text, secret } = aSecret(byte, length);
        const headers = signWebhook({ id, at: instant(Date.now()), body }, [secret]);

        expect(new Webhook(text).verify(body, headers)).toEqual(JSON.parse(body));
        expect(new Webhook(text).sign(id, new Date(Number(headers["webhook-timestamp"]) * 1000), body)).toBe(
          headers["webhook-signature"],
        );
      },
    ),
    { numRuns: 50 },
  );
});

test("while a secret is being replaced, the receiver that knows the old one and the one that knows the new are content", () => {
  const [old, fresh, stranger] = [aSecret(1), aSecret(2), aSecret(3)];
  const headers = signWebhook({ id: "msg_1", at: instant(Date.now()), body: "{}" }, [fresh.secret, old.secret]);

  expect(new Webhook(old.text).verify("{}", headers)).toEqual({});
  expect(new Webhook(fresh.text).verify("{}", headers)).toEqual({});
  expect(() => new Webhook(stranger.text).verify("{}", headers)).toThrow("No matching signature");
});

test("the specification's example is signed as it says", () => {
  const secret = readWebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  if (!secret.ok) throw new Error("the specification's own secret");
  const message = { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", at: instant(1_614_265_330_000), body: '{"test": 2432232314}' };

  expect(signWebhook(message, [secret.value])).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test.each([
  "",
  "whsec_",
  "whsec_short",
  "whsec_!!!!",
  writeWebhookSecret(new Uint8Array(23)),
  "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
])("no secret: %s", (text) => {
  expect(readWebhookSecret(text)).toEqual({ ok: false, reason: { code: "secret_malformed" } });
});
