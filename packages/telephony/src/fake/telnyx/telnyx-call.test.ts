import { err, ok } from "@ringtrail/core";
import Telnyx from "telnyx";
import { expect, onTestFinished, test } from "vitest";
import { placeCall } from "../../../testing/place-call.ts";
import { telnyxProvider } from "../../telnyx/index.ts";
import { startFakeCarrier, type FakeCarrier } from "../index.ts";

const [sid, token, number] = ["f5586561-8ff0-4291-a51b", "KEY0123", "+14155550111"];

/** A fake carrier that speaks as Telnyx, and the provider that asks it. */
async function anExchange(): Promise<{ carrier: FakeCarrier; provider: ReturnType<typeof telnyxProvider> }> {
  const carrier = await startFakeCarrier({ speed: 100 });
  onTestFinished(() => carrier.stop());
  const opened = await fetch(`${carrier.url}/fake/accounts`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ sid, token, numbers: [number], face: "telnyx" }),
  });
  const { publicKey } = (await opened.json()) as { publicKey: string };
  expect(Buffer.from(publicKey, "base64")).toHaveLength(32);
  const secret = `${token} ${publicKey}`;
  return { carrier, provider: telnyxProvider({ apiBase: carrier.url, carrierAccount: sid, secret }) };
}

const addresses = {
  voiceUrl: "http://127.0.0.1:1/v",
  fallbackUrl: "http://127.0.0.1:1/f",
  statusUrl: "http://127.0.0.1:1/s",
};

test("numbers are looked for, ordered, led somewhere, listed and given back", async () => {
  const { provider } = await anExchange();
  const wish = { country: "US", kind: "local", areaCode: "206", locality: undefined } as const;
  const offers = await provider.searchNumbers(wish);
  expect(offers).toMatchObject({
    ok: true,
    value: expect.arrayContaining([expect.objectContaining({ region: "WA" })]),
  });
  const [offer] = offers.ok ? offers.value : [];
  expect(offer?.price).toEqual({ cents: 100, currency: "USD" });

  const bought = await provider.buyNumber(offer?.e164 as never, addresses);
  expect(bought).toMatchObject({ ok: true, value: { e164: offer?.e164, ...addresses } });
  const listed = await provider.listNumbers(undefined);
  expect(listed.ok && listed.value.items.map(({ e164 }) => e164)).toEqual([number, offer?.e164]);
  expect(await provider.releaseNumber(bought.ok ? bought.value.ref : "")).toEqual(ok(undefined));
  expect(await provider.findNumber(offer?.e164 as never)).toEqual(ok(undefined));
});

test("Telnyx's own client reads what the fake answers", async () => {
  const { carrier, provider } = await anExchange();
  const found = await provider.findNumber(number as never);
  await provider.routeNumber(found.ok ? (found.value?.ref ?? "") : "", addresses);
  const sdk = new Telnyx({ apiKey: token, baseURL: `${carrier.url}/v2`, maxRetries: 0 });

  const [application] = (await sdk.texmlApplications.list()).data ?? [];
  const [rented] = (await sdk.phoneNumbers.list()).data ?? [];

  expect(application).toMatchObject({ voice_url: addresses.voiceUrl, voice_fallback_url: addresses.fallbackUrl });
  expect(rented).toMatchObject({ phone_number: number, connection_id: application?.id });
});

test("a wrong key opens nothing", async () => {
  const { carrier } = await anExchange();
  const stranger = telnyxProvider({ apiBase: carrier.url, carrierAccount: sid, secret: "KEY9999 x" });
  expect(await stranger.listNumbers(undefined)).toEqual(err({ code: "carrier_keys_refused" }));
});

test("an address that answers nobody is followed by the failover address, asked the same way", async () => {
  const { carrier, provider } = await anExchange();
  const found = await provider.findNumber(number as never);
  await provider.routeNumber(found.ok ? (found.value?.ref ?? "") : "", addresses);

  const told = await placeCall(carrier, { to: number });

  expect(told.sid).toMatch(/^v3:/);
  expect(told.documents.map(({ why, method }) => [why, method])).toEqual([
    ["voice", "POST"],
    ["fallback", "POST"],
  ]);
});
