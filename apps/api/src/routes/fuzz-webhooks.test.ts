import { createHash, generateKeyPairSync, sign as signEd25519 } from "node:crypto";
import { sign } from "@ringtrail/telephony/twilio";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

/** 10,000 bodies per carrier in the long run. */
const runs = process.env["RINGTRAIL_TEST_ALL"] === "1" ? 10_000 : 300;
const moments = ["voice", "notice", "dial", "status", "recording"] as const;
const keys = [
  "CallSid",
  "From",
  "To",
  "CallStatus",
  "Digits",
  "DialCallStatus",
  "RecordingSid",
  "RecordingStatus",
  "number",
];
const values = fc.oneof(
  fc.constantFrom("CA1", "+14155550142", " 14155550142", "in-progress", "completed", "9", "", "%00", "NaN"),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const pairs = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...keys), fc.string({ maxLength: 6 })), values), {
  maxLength: 15,
});
/** Repeated keys, broken escapes, a plus nobody escaped, JSON, rubbish, and now and then a body that is too long. */
const bodies = fc.oneof(
  { weight: 4, arbitrary: pairs.map((list) => new URLSearchParams(list).toString()) },
  { weight: 3, arbitrary: pairs.map((list) => list.map(([name, value]) => `${name}=${value}`).join("&")) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.constant(`Rubbish=${"x".repeat(70_000)}`) },
);
const types = fc.constantFrom(
  "application/x-www-form-urlencoded",
  "application/json",
  "text/plain",
  "multipart/form-data",
  "",
);

/** How one carrier signs whatever it sends. */
type Signer = (url: string, body: string, app: TestApp) => Readonly<Record<string, string>>;

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const shownKey = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("base64");
const signers: Readonly<Record<"twilio" | "telnyx", Signer>> = {
  twilio: (url, body, { shop }) => {
    // A body that is no form is signed by its hash in the address; ours are sent as forms, as Twilio sends voice.
    return { "x-twilio-signature": sign(url, body, `secret ${shop.siteKey.replace("shop-", "")}`) };
  },
  telnyx: (_url, body, { deps }) => {
    const timestamp = String(Math.floor(deps.now() / 1_000));
    const signature = signEd25519(null, Buffer.from(`${timestamp}|${body}`), privateKey).toString("base64");
    return { "telnyx-timestamp": timestamp, "telnyx-signature-ed25519": signature };
  },
};

async function anAppFor(carrier: "twilio" | "telnyx"): Promise<TestApp & { readonly path: string }> {
  const app = await aTestApp({ slices: ["any"] });
  const { account, connection, site, target, source } = app.shop;
  if (carrier === "twilio") return { ...app, path: `/carriers/twilio/${connection}` };
  const keysOf = {
    account,
    carrier,
    carrierAccount: "acct",
    secret: `KEY ${shownKey}`,
    apiBase: "http://127.0.0.1:1",
  } as const;
  const id = await app.world.accounts.saveConnection(keysOf);
  const touch = {
    channel: "direct",
    source: "x",
    medium: "y",
    campaign: undefined,
    keyword: undefined,
    clickId: undefined,
    rule: "r",
  } as const;
  await app.world.accounts.saveNumber(account, {
    connection: id,
    site,
    target,
    e164: source.e164,
    role: "source",
    touch,
  });
  await app.deps.snapshot.refresh();
  return { ...app, path: `/carriers/telnyx/${id}` };
}

test.each(["twilio", "telnyx"] as const)(
  `%s: no signed body of ${runs} garbled ones is a 500, a stack trace or a caller in the log`,
  async (carrier) => {
    const app = await anAppFor(carrier);
    const seen = new Set<number>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...moments), bodies, types, async (moment, body, type) => {
        const path = `${app.path}/${moment}?number=${app.shop.source.e164.slice(1)}`;
        const signed = signers[carrier](`${app.deps.server.publicUrl}${path}`, body, app);
        const response = await app.app.request(path, {
          method: "POST",
          body,
          headers: { ...(type === "" ? {} : { "content-type": type }), ...signed },
        });
        const text = await response.text();
        seen.add(response.status);
        expect(response.status).toBeLessThan(500);
        expect(text).not.toMatch(/\n\s+at |node_modules|TypeError/);
      }),
      { numRuns: runs },
    );
    await app.deps.background.settled();
    expect([...seen]).toContain(200);
    expect(app.logged.join("")).not.toMatch(/\+?14155550142|    at /);
  },
  600_000,
);

test.each(["twilio", "telnyx"] as const)(
  "%s: a plus that decoding ate, a repeated key and another content type still bring the caller to the business",
  async (carrier) => {
    const app = await anAppFor(carrier);
    const to = app.shop.source.e164;
    const forms = [
      `CallSid=CA1&From=+12065550142&To=${to}`,
      `CallSid=CA2&From=%2B12065550142&To=${encodeURIComponent(to)}&To=%2B19005550000`,
      `CallSid=CA3&From=anonymous&To=${encodeURIComponent(to)}&Extra=${"x".repeat(60_000)}`,
    ];
    for (const [nth, body] of forms.entries()) {
      const path = `${app.path}/voice`;
      const type = ["application/x-www-form-urlencoded", "text/plain", "application/json"][nth] ?? "";
      const signed = signers[carrier](`${app.deps.server.publicUrl}${path}`, body, app);
      const response = await app.app.request(path, {
        method: "POST",
        body,
        headers: { "content-type": type, ...signed },
      });
      expect(response.status, createHash("sha1").update(body).digest("hex")).toBe(200);
      expect(await response.text()).toContain("+14155550199");
    }
  },
);
