import { existsSync, readFileSync } from "node:fs";
import { instant, Phi } from "@ringtrail/core";
import twilioSdk from "twilio";
import { expect, test } from "vitest";
import {
  account,
  callerNumber,
  placeCall,
  providerOf,
  routeTo,
  startExchange,
  trackingNumber,
} from "../../testing/place-call.ts";
import { business, startOurPart } from "../../testing/ring-plans.ts";
import { twilioProvider } from "../twilio/index.ts";
import { readWav, type FakeCarrier } from "./index.ts";

async function afterACall() {
  const [carrier, peer] = [await startExchange(), await startOurPart()];
  await routeTo(carrier, { voiceUrl: `${peer.url}/voice`, fallbackUrl: undefined, statusUrl: `${peer.url}/status` });
  return { carrier, call: await placeCall(carrier, { talkSeconds: 3 }), provider: providerOf(carrier) };
}

/** Twilio's own client, sent to the fake carrier instead of api.twilio.com. */
function sdkOf(carrier: FakeCarrier) {
  const httpClient = new twilioSdk.RequestClient();
  httpClient.axios.interceptors.request.use((config) => {
    config.url = config.url?.replace(/https:\/\/(?:api|pricing)\.twilio\.com/, carrier.url) ?? "";
    return config;
  });
  return twilioSdk(account.sid, account.token, { httpClient });
}

test("the books tell both legs of a call, newest first", async () => {
  const { provider, call } = await afterACall();

  const listed = await provider.listCalls({ since: instant(Date.now() - 86_400_000), page: undefined });

  const calls = listed.ok ? listed.value.items : [];
  expect(calls).toHaveLength(2);
  const own = calls.find((one) => one.parentRef === undefined);
  expect(own).toMatchObject({ carrierRef: call.sid, to: trackingNumber, end: "answered" });
  expect(own?.from && Phi.reveal(own.from, "carrier")).toBe(callerNumber);
  expect(calls.find((one) => one.parentRef === call.sid)).toMatchObject({ to: business, lengthMs: 3_000 });
  expect(await provider.listCalls({ since: instant(Date.now() + 86_400_000), page: undefined })).toMatchObject({
    ok: true,
    value: { items: [], next: undefined },
  });
});

test("a recording is listed, fetched, deleted, and then gone", async () => {
  const { provider, call } = await afterACall();
  const listed = await provider.listRecordings({ since: instant(Date.now()), page: undefined });
  const [recording] = listed.ok ? listed.value.items : [];
  expect(recording).toMatchObject({ carrierRef: call.sid, lengthMs: 3_000, channels: 2 });
  const ref = recording?.ref ?? "";

  expect(await provider.deleteRecording(ref)).toEqual({ ok: true, value: undefined });

  expect(await provider.deleteRecording(ref)).toEqual({ ok: true, value: undefined });
  expect(await provider.fetchRecording(ref)).toEqual({ ok: false, reason: { code: "carrier_unknown_thing" } });
});

test("wrong keys open nothing", async () => {
  const { carrier } = await afterACall();
  const strange = twilioProvider({ apiBase: carrier.url, carrierAccount: account.sid, secret: "guessed" });
  expect(await strange.listNumbers(undefined)).toEqual({ ok: false, reason: { code: "carrier_keys_refused" } });
});

test("Twilio's own client reads our books, sets our numbers and pages through our lists", async () => {
  const { carrier, call } = await afterACall();
  await placeCall(carrier, { talkSeconds: 1 });
  const sdk = sdkOf(carrier);

  const recordings = await sdk.recordings.list({ callSid: call.sid });
  expect(recordings).toMatchObject([{ callSid: call.sid, duration: "3", channels: 2, source: "DialVerb" }]);
  expect(recordings[0]?.startTime.getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(await sdk.calls(call.sid).fetch()).toMatchObject({ status: "completed", direction: "inbound" });
  expect(await sdk.calls.list({ pageSize: 1 })).toHaveLength(4);
  const [number] = await sdk.incomingPhoneNumbers.list({ phoneNumber: trackingNumber });
  await sdk.incomingPhoneNumbers(number?.sid ?? "").update({ voiceUrl: "https://x.example/v" });
  expect(await sdk.incomingPhoneNumbers(number?.sid ?? "").fetch()).toMatchObject({ voiceUrl: "https://x.example/v" });
  await expect(sdk.incomingPhoneNumbers.create({ phoneNumber: trackingNumber })).rejects.toMatchObject({
    code: 21_422,
  });
  await sdk.incomingPhoneNumbers.create({ phoneNumber: "+14155550112", voiceUrl: "https://x.example/w" });
  expect(await sdk.incomingPhoneNumbers.list()).toHaveLength(2);
});

test("Twilio's own client finds our numbers for rent and their prices", async () => {
  const sdk = sdkOf(await startExchange());

  const [offer] = await sdk.availablePhoneNumbers("US").local.list({ areaCode: 415, limit: 1 });
  const prices = await sdk.pricing.v1.phoneNumbers.countries("US").fetch();

  expect(offer).toMatchObject({ phoneNumber: "+14155550100", locality: "San Francisco", region: "CA" });
  expect(prices).toMatchObject({ priceUnit: "USD", isoCountry: "US" });
  expect(JSON.stringify(prices.phoneNumberPrices)).toContain("1.15");
});

test("a sound is a WAV of the length its header tells", async () => {
  const { carrier, call } = await afterACall();
  const auth = { authorization: `Basic ${btoa(`${account.sid}:${account.token}`)}` };
  const path = `/2010-04-01/Accounts/${account.sid}/Recordings/${call.recordings[0]?.sid}.wav`;

  const response = await fetch(carrier.url + path, { headers: auth });
  const sound = new Uint8Array(await response.arrayBuffer());

  expect(response.headers.get("content-length")).toBe(String(sound.length));
  expect(readWav(sound).channels[0]).toHaveLength(24_000);
  expect((await fetch(carrier.url + path)).status).toBe(401);
});

const corpus = new URL("../../../../../shared/corpora/twilio-oai/spec/json/twilio_api_v2010.json", import.meta.url);
const missing = existsSync(corpus) ? "" : " (skipped: Twilio's OpenAPI file is not on this machine)";

test.skipIf(missing !== "")(
  `our resources have no field Twilio's own specification does not know${missing}`,
  async () => {
    const { carrier } = await afterACall();
    const spec = JSON.parse(readFileSync(corpus, "utf8")) as {
      components: { schemas: Record<string, { properties: Record<string, unknown> }> };
    };
    const headers = { authorization: `Basic ${btoa(`${account.sid}:${account.token}`)}` };
    const kinds = [
      ["Calls", "calls", "call"],
      ["Recordings", "recordings", "recording"],
      ["IncomingPhoneNumbers", "incoming_phone_numbers", "incoming_phone_number"],
    ] as const;
    for (const [path, list, schema] of kinds) {
      const response = await fetch(`${carrier.url}/2010-04-01/Accounts/${account.sid}/${path}.json`, { headers });
      const body = (await response.json()) as Record<string, Record<string, unknown>[]>;
      const known = Object.keys(spec.components.schemas[`api.v2010.account.${schema}`]?.properties ?? {});
      expect(body[list]?.length).toBeGreaterThan(0);
      for (const row of body[list] ?? []) expect(known).toEqual(expect.arrayContaining(Object.keys(row)));
    }
  },
);
