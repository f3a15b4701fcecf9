import fc from "fast-check";
import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { verifyWebhook, type WebhookToVerify } from "./verify-webhook.ts";

const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const other = `whsec_${btoa("x".repeat(32))}`;
const nowMs = 1_800_000_000_000;

/** A webhook as the specification's own library signs it. */
function signed(body: string, over: Partial<WebhookToVerify> = {}, headers: Record<string, string> = {}) {
  const made = {
    "webhook-id": "msg_1",
    "webhook-timestamp": String(nowMs / 1_000),
    "webhook-signature": new Webhook(secret).sign("msg_1", new Date(nowMs), body),
    ...headers,
  };
  const all = new Map(Object.entries(made));
  return { body, header: (name: string) => all.get(name), secrets: [secret], nowMs, ...over };
}

test("what the specification's own library signs is believed, whatever it says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), async (body) => {
      expect(await verifyWebhook(signed(body))).toEqual({ ok: true, value: JSON.parse(body) });
    }),
    { numRuns: 30 },
  );
});

test.each([
  ["a changed body", signed("{}", { body: "{ }" }), "signature_wrong"],
  ["another secret", signed("{}", { secrets: [other] }), "signature_wrong"],
  ["a signature of another kind", signed("{}", {}, { "webhook-signature": "v1a,AAAA" }), "signature_wrong"],
  ["a signature that is no base64", signed("{}", {}, { "webhook-signature": "v1,%%%" }), "signature_wrong"],
  ["an old one", signed("{}", { nowMs: nowMs + 300_001 }), "timestamp_old"],
  ["one of the future", signed("{}", { nowMs: nowMs - 301_000 }), "timestamp_old"],
  ["no time", signed("{}", {}, { "webhook-timestamp": "soon" }), "timestamp_old"],
  ["no signature", signed("{}", {}, { "webhook-signature": "" }), "header_absent"],
  ["no secret", signed("{}", { secrets: [] }), "secret_malformed"],
  ["a secret of another kind", signed("{}", { secrets: ["hunter2"] }), "secret_malformed"],
  ["a body that is no JSON", signed("hello"), "body_not_json"],
] as const)("%s is refused and says why", async (_what, webhook, code) => {
  const answer = await verifyWebhook(webhook);

  expect(answer).toMatchObject({ ok: false, reason: { code } });
  expect(answer.ok ? "" : answer.reason.says).toMatch(/\.$/);
});

test("while a secret is being replaced the receiver may know both", async () => {
  expect(await verifyWebhook(signed("{}", { secrets: [other, secret] }))).toMatchObject({ ok: true });
});
