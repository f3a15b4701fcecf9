import { createHash, generateKeyPairSync, sign as signEd25519 } from "node:crypto";
import { sign as signAsterisk } from "@ringtrail/telephony/asterisk";
import { sign } from "@ringtrail/telephony/twilio";
import fc from "fast-check";
import { expect, test } from "vitest";
import { storedCalls } from "../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

/** 10,000 bodies per carrier in the long run, a server of its own for so many: memory is searched from end to end. */
const runs = process.env["RINGTRAIL_TEST_ALL"] === "1" ? 10_000 : 300;
const runsOfOne = Math.min(runs, 500);
const servers = Array.from({ length: runs / runsOfOne });
const carriers = ["asterisk", "telnyx", "twilio"] as const;
const moments = [
  "voice",
  "notice",
  "consent",
  "menu",
  "dial",
  "message",
  "whisper",
  "talk",
  "status",
  "recording",
] as const;
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
  "callid",
  "from",
  "to",
  "played",
  "dialstatus",
  "dialended",
  "answered",
  "ended",
  "recording",
  "bytes",
  "keys",
  "joined",
  "told",
];
const values = fc.oneof(
  fc.constantFrom(
    "CA1",
    "+14155550142",
    " 14155550142",
    "in-progress",
    "completed",
    "9",
    "",
    "%00",
    "NaN",
    "ANSWER",
    "heard",
    "1772526600000",
  ),
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
const formType = "application/x-www-form-urlencoded";
const types = fc.constantFrom(formType, "application/json", "text/plain", "multipart/form-data", "");

type CarrierName = (typeof carriers)[number];
/** How one carrier sends a body: what it adds to it and to the headers. */
type Signer = (
  url: string,
  body: string,
  app: TestApp,
) => { readonly body: string; readonly headers?: Readonly<Record<string, string>> };

const { publicKey, privateKey } = generateKeyPairSync("ed25519");
const shownKey = Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("base64");
const secrets = { asterisk: "a secret of the PBX", telnyx: `KEY ${shownKey}` };
const signers: Readonly<Record<CarrierName, Signer>> = {
  twilio: (url, body, { shop }) => {
    // A body that is no form is signed by its hash in the address; ours are sent as forms, as Twilio sends voice.
    return { body, headers: { "x-twilio-signature": sign(url, body, `secret ${shop.siteKey.replace("shop-", "")}`) } };
  },
  telnyx: (_url, body, { deps }) => {
    const timestamp = String(Math.floor(deps.now() / 1_000));
    const signature = signEd25519(null, Buffer.from(`${timestamp}|${body}`), privateKey).toString("base64");
    return { body, headers: { "telnyx-timestamp": timestamp, "telnyx-signature-ed25519": signature } };
  },
  asterisk: (url, body, { deps }) => ({ body: signAsterisk(url, body, secrets.asterisk, deps.now()) }),
};

async function anAppFor(carrier: CarrierName): Promise<TestApp & { readonly path: string }> {
  const app = await aTestApp({ slices: ["any"] });
  const { account, connection, site, target, source } = app.shop;
  if (carrier === "twilio") return { ...app, path: `/carriers/twilio/${connection}` };
  const keysOf = { account, carrier, carrierAccount: "acct", secret: secrets[carrier], apiBase: "http://127.0.0.1:1" };
  const id = await app.world.accounts.saveConnection(keysOf);
  const unsaid = { campaign: undefined, keyword: undefined, clickId: undefined };
  const touch = { channel: "direct", source: "x", medium: "y", ...unsaid, rule: "r" } as const;
  const number = { connection: id, site, target, e164: source.e164, role: "source", touch } as const;
  await app.world.accounts.saveNumber(account, number);
  await app.deps.snapshot.refresh();
  return { ...app, path: `/carriers/${carrier}/${id}` };
}

/** Sends a body as the carrier would. */
function knock(app: TestApp, carrier: CarrierName, path: string, garbled: string, type: string): Promise<Response> {
  const { body, headers } = signers[carrier](`${app.deps.server.publicUrl}${path}`, garbled, app);
  const typed: Record<string, string> = type === "" ? {} : { "content-type": type };
  return Promise.resolve(app.app.request(path, { method: "POST", body, headers: { ...typed, ...headers } }));
}

test.each(carriers)(
  `%s: no signed body of ${runs} garbled ones is a 500, a stack trace or a caller in the log`,
  async (carrier) => {
    const seen = new Set<number>();
    for (const _ of servers) {
      const app = await anAppFor(carrier);
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...moments), bodies, types, async (moment, body, type) => {
          const path = `${app.path}/${moment}?number=${app.shop.source.e164.slice(1)}`;
          const response = await knock(app, carrier, path, body, type);
          const text = await response.text();
          seen.add(response.status);
          expect(response.status).toBeLessThan(500);
          expect(text).not.toMatch(/\n\s+at |node_modules|TypeError/);
        }),
        { numRuns: runsOfOne },
      );
      await app.deps.background.settled();
      expect(app.logged.join("")).not.toMatch(/\+?14155550142|    at /);
    }
    expect([...seen]).toContain(200);
  },
  600_000,
);

/** Moments at which a caller waits for what comes next: whatever is wrong with the rest, it must be the business. */
const waiting = ["voice", "notice", "consent", "menu"] as const;

test.each(carriers)(
  `%s: of ${runs} garbled bodies none loses its caller: where the call can be read the answer dials, else the carrier asks its fallback`,
  async (carrier) => {
    const [ref, dialled] = carrier === "asterisk" ? ["callid", "to"] : ["CallSid", "To"];
    const counted = { dialled: 0, refused: 0 };
    let nth = 0;
    for (const _ of servers) {
      const app = await anAppFor(carrier);
      const to = encodeURIComponent(app.shop.source.e164);
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...waiting), bodies, types, async (moment, garbage, type) => {
          const path = `${app.path}/${moment}?number=${app.shop.source.e164.slice(1)}`;
          const body = `${ref}=CA-${(nth += 1)}&${dialled}=${to}&${garbage}`;
          const response = await knock(app, carrier, path, body, type);
          const text = await response.text();
          // Only a body that is too long is refused: every carrier then asks the fallback, which dials (survive.test.ts).
          const expected = Buffer.byteLength(body) > 65_536 ? /^413 / : /^200 [^]*4155550199/;
          expect(`${response.status} ${text}`).toMatch(expected);
          counted[response.status === 200 ? "dialled" : "refused"] += 1;
        }),
        { numRuns: runsOfOne },
      );
      await app.deps.background.settled();
    }
    expect(counted.dialled).toBeGreaterThan(runs / 2);
    expect(counted.refused).toBeGreaterThan(0);
  },
  600_000,
);

test.each(carriers)(
  "%s: what nobody signed, or somebody changed afterwards, is 403 at every moment and writes nothing",
  async (carrier) => {
    const app = await anAppFor(carrier);
    const to = encodeURIComponent(app.shop.source.e164);
    const [ref, dialled] = carrier === "asterisk" ? ["callid", "to"] : ["CallSid", "To"];
    const form = `${ref}=CA1&${dialled}=${to}`;
    for (const moment of moments) {
      const path = `${app.path}/${moment}?number=${app.shop.source.e164.slice(1)}`;
      const { body, headers = {} } = signers[carrier](`${app.deps.server.publicUrl}${path}`, form, app);
      const send = (text: string, signed: typeof headers) =>
        app.app.request(path, { method: "POST", body: text, headers: { "content-type": formType, ...signed } });
      const answers = [await send(form, {}), await send(`${body}&x=1`, headers)];
      expect([moment, ...answers.map(({ status }) => status)]).toEqual([moment, 403, 403]);
    }
    await app.deps.background.settled();
    expect(await storedCalls(app)).toEqual([]);
    expect(app.jobs.asked).toEqual([]);
    expect(app.deps.spool.isWaiting()).toBe(false);
  },
);

test.each(carriers)(
  "%s: a plus that decoding ate, a repeated key and another content type still bring the caller to the business",
  async (carrier) => {
    const app = await anAppFor(carrier);
    const to = app.shop.source.e164;
    const [ref, from, dialled] = carrier === "asterisk" ? ["callid", "from", "to"] : ["CallSid", "From", "To"];
    const forms = [
      `${ref}=CA1&${from}=+12065550142&${dialled}=${to}`,
      `${ref}=CA2&${from}=%2B12065550142&${dialled}=${encodeURIComponent(to)}&${dialled}=%2B19005550000`,
      `${ref}=CA3&${from}=anonymous&${dialled}=${encodeURIComponent(to)}&Extra=${"x".repeat(60_000)}`,
    ];
    for (const [nth, body] of forms.entries()) {
      const type = ["application/x-www-form-urlencoded", "text/plain", "application/json"][nth] ?? "";
      const response = await knock(app, carrier, `${app.path}/voice`, body, type);
      expect(response.status, createHash("sha1").update(body).digest("hex")).toBe(200);
      expect(await response.text()).toContain(carrier === "asterisk" ? "4155550199" : "+14155550199");
    }
  },
);
