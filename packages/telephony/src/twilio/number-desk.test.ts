import { existsSync, readFileSync } from "node:fs";
import { Phi, instant, parseE164, type E164 } from "@ringtrail/core";
import { expect, test } from "vitest";
import { checkRequest, type OpenApi, type SentRequest } from "../../testing/check-request.ts";
import { account, startExchange } from "../../testing/place-call.ts";
import type { FakeCarrier } from "../fake/index.ts";
import { twilioProvider } from "./provider.ts";

const addresses = {
  voiceUrl: "https://calls.example/carriers/twilio/1/voice",
  fallbackUrl: "https://static.example/fallback/14155550142.twilio",
  statusUrl: "https://calls.example/carriers/twilio/1/status",
};
const wish = { country: "US", kind: "local", areaCode: "415", locality: undefined } as const;
const wanted = e164("+14155550142");

function e164(text: string): E164 {
  const number = parseE164(text);
  if (!number.ok) throw new Error(`not a number: ${text}`);
  return number.value;
}

/** Our provider at a fake carrier, with everything it sends. Waits cost no time. */
function aDesk(carrier: FakeCarrier) {
  const sent: SentRequest[] = [];
  const connection = { apiBase: carrier.url, carrierAccount: account.sid, secret: account.token };
  const provider = twilioProvider(connection, {
    fetch: (url, init) => {
      const form = init.body instanceof URLSearchParams ? init.body : undefined;
      sent.push({ method: init.method ?? "GET", url, form });
      return fetch(url, init);
    },
    wait: async () => undefined,
  });
  return { provider, sent, purchases: () => sent.filter(({ method }) => method === "POST").length };
}

async function lose(carrier: FakeCarrier, ...faults: readonly string[]): Promise<void> {
  const headers = { "content-type": "application/json" };
  await fetch(`${carrier.url}/fake/purchase-faults`, { method: "POST", headers, body: JSON.stringify({ faults }) });
}

test("numbers are found by area code, by town and toll-free, each with its price", async () => {
  const { provider } = aDesk(await startExchange());

  const local = await provider.searchNumbers(wish);
  const town = await provider.searchNumbers({ ...wish, areaCode: undefined, locality: "Seattle" });
  const free = await provider.searchNumbers({ ...wish, kind: "toll_free", areaCode: undefined });

  expect(local.ok && local.value[0]).toMatchObject({ region: "CA", price: { cents: 115, currency: "USD" } });
  expect(local.ok && local.value.length).toBe(30);
  expect(town.ok && town.value.every((one) => one.e164.startsWith("+1206"))).toBe(true);
  expect(free.ok && free.value[0]).toMatchObject({ price: { cents: 215 } });
});

test("a number is rented with all its addresses at once, found, and given back", async () => {
  const { provider } = aDesk(await startExchange());

  const bought = await provider.buyNumber(wanted, addresses);

  expect(bought).toMatchObject({ ok: true, value: { e164: wanted, fallbackUrl: addresses.fallbackUrl } });
  const ref = bought.ok ? bought.value.ref : "";
  expect(await provider.findNumber(wanted)).toMatchObject({ ok: true, value: { ref } });
  expect(await provider.releaseNumber(ref)).toEqual({ ok: true, value: undefined });
  expect(await provider.releaseNumber(ref)).toEqual({ ok: true, value: undefined });
  expect(await provider.findNumber(wanted)).toEqual({ ok: true, value: undefined });
});

test("a purchase whose answer was lost is confirmed by the list and asked for once", async () => {
  const carrier = await startExchange();
  const { provider, purchases } = aDesk(carrier);
  await lose(carrier, "lost_after");

  expect(await provider.buyNumber(wanted, addresses)).toMatchObject({ ok: true, value: { e164: wanted } });
  expect(purchases()).toBe(1);
});

test("a purchase that was lost on its way is not repeated blindly: nobody knows is said", async () => {
  const carrier = await startExchange();
  const { provider, purchases } = aDesk(carrier);
  await lose(carrier, "lost_before");

  expect(await provider.buyNumber(wanted, addresses)).toEqual({ ok: false, reason: { code: "carrier_unsure" } });
  expect(purchases()).toBe(1);
  expect(await provider.findNumber(wanted)).toEqual({ ok: true, value: undefined });
});

test("a number somebody else has is refused by the carrier's own code, and that is certain", async () => {
  const { provider } = aDesk(await startExchange());
  await provider.buyNumber(wanted, addresses);

  expect(await provider.buyNumber(wanted, addresses)).toEqual({
    ok: false,
    reason: { code: "carrier_refused", status: 400, carrierCode: 21_422 },
  });
});

const corpus = new URL("../../../../../shared/corpora/twilio-oai/spec/json/twilio_api_v2010.json", import.meta.url);
const missing = existsSync(corpus) ? "" : " (skipped: Twilio's OpenAPI file is not on this machine)";

test.skipIf(missing !== "")(`every request of ours passes Twilio's own OpenAPI document${missing}`, async () => {
  const spec = JSON.parse(readFileSync(corpus, "utf8")) as OpenApi;
  const { provider, sent } = aDesk(await startExchange());
  const since = instant(Date.UTC(2026, 2, 3));
  await provider.searchNumbers(wish);
  await provider.searchNumbers({ ...wish, areaCode: undefined, locality: "San Francisco" });
  await provider.searchNumbers({ ...wish, kind: "toll_free", areaCode: undefined });
  await provider.searchNumbers({ ...wish, kind: "mobile" });
  const bought = await provider.buyNumber(wanted, addresses);
  const ref = bought.ok ? bought.value.ref : "";
  await provider.findNumber(wanted);
  await provider.routeNumber(ref, { ...addresses, fallbackUrl: undefined });
  await provider.listNumbers(undefined);
  await provider.listCalls({ since, page: undefined });
  await provider.listRecordings({ since, page: undefined });
  await provider.deleteRecording(`RE${"0".repeat(32)}`);
  await provider.steerRecording(`CA${"0".repeat(32)}`, "pause");
  await provider.sendText({ from: wanted, to: Phi.seal(wanted), text: "Sorry we missed you." });
  await provider.releaseNumber(ref);

  const ours = sent.filter(({ url }) => !url.includes("/v1/PhoneNumbers/"));
  expect(ours.length).toBeGreaterThan(10);
  expect(ours.flatMap((request) => checkRequest(spec, request))).toEqual([]);
  const [first] = ours;
  if (first === undefined) throw new Error("Nothing was sent.");
  // A check that finds nothing ever would prove nothing.
  expect(checkRequest(spec, { ...first, url: `${first.url}&Colour=red` })).toEqual(["Colour is unknown"]);
  expect(checkRequest(spec, { ...first, url: first.url.replace("Local", "Lokal") })).toHaveLength(1);
  expect(checkRequest(spec, { ...first, url: first.url.replace(account.sid, "me") })).toHaveLength(1);
});
