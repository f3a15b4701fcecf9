import { Phi, parseE164, type E164 } from "@ringtrail/core";
import Telnyx from "telnyx";
import { expect, test } from "vitest";
import { telnyxProvider } from "./provider.ts";

const apiKey = "KEY0123";
const connection = { apiBase: "https://api.telnyx.com", carrierAccount: "acct-1", secret: `${apiKey} unused` };
const wanted = e164("+14155550142");
const addresses = {
  voiceUrl: "https://calls.example/voice",
  fallbackUrl: "https://static.example/fallback/14155550142.telnyx",
  statusUrl: "https://calls.example/status",
};

function e164(text: string): E164 {
  const number = parseE164(text);
  if (!number.ok) throw new Error(`not a number: ${text}`);
  return number.value;
}

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly query: readonly string[];
  readonly json: unknown;
  readonly key: string | null;
}

type Answer = (sent: Sent) => Response | Promise<never>;

/** A door that writes down what is asked and answers what the test says. */
function aDoor(answer: Answer = () => Response.json({ data: [] })) {
  const sent: Sent[] = [];
  const ask = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(typeof input === "string" || input instanceof URL ? input : input.url);
    const one = {
      method: (init.method ?? "GET").toUpperCase(),
      path: decodeURIComponent(url.pathname),
      query: [...url.searchParams].map(([name, value]) => `${name}=${value}`).toSorted(),
      json: typeof init.body === "string" ? (JSON.parse(init.body) as unknown) : undefined,
      key: new Headers(init.headers).get("authorization"),
    };
    sent.push(one);
    return answer(one);
  };
  return { sent, ask, provider: telnyxProvider(connection, { fetch: ask, wait: async () => undefined }) };
}

const number = { id: "9", phone_number: wanted, connection_id: "77" };
const application = {
  id: "77",
  friendly_name: `Ringtrail ${wanted}`,
  voice_url: addresses.voiceUrl,
  voice_fallback_url: addresses.fallbackUrl,
  status_callback: addresses.statusUrl,
};

/** Telnyx as far as one number goes; `has` says whether it is rented already. */
function telnyxWith(has: () => boolean): Answer {
  return ({ path, method }) => {
    if (path === "/v2/texml_applications")
      return Response.json({ data: method === "POST" ? application : [application] });
    if (path.startsWith("/v2/texml_applications/")) return Response.json({ data: application });
    if (path === "/v2/phone_numbers") return Response.json({ data: has() ? [number] : [] });
    return Response.json({ data: number });
  };
}

test("our requests are those of Telnyx's own SDK: method, address, query, body and key", async () => {
  const ours = aDoor(telnyxWith(() => true));
  await ours.provider.searchNumbers({ country: "us", kind: "local", areaCode: "415", locality: "San Francisco" });
  await ours.provider.buyNumber(wanted, addresses);
  await ours.provider.releaseNumber("9");
  await ours.provider.deleteRecording("rec1");
  await ours.provider.steerRecording("v3:1", "pause");
  await ours.provider.steerRecording("v3:1", "resume");
  await ours.provider.sendText({ from: wanted, to: Phi.seal(wanted), text: "Sorry we missed you." });
  await ours.provider.lookUpName(Phi.seal(wanted));
  const theirs = aDoor(telnyxWith(() => true));
  const sdk = new Telnyx({ apiKey, fetch: theirs.ask, maxRetries: 0 });
  await sdk.availablePhoneNumbers.list({
    filter: {
      country_code: "US",
      phone_number_type: "local",
      national_destination_code: "415",
      locality: "San Francisco",
      limit: 30,
    },
  });
  await sdk.numberOrders.create({ phone_numbers: [{ phone_number: wanted }] });
  await sdk.phoneNumbers.retrieve("9");
  await sdk.phoneNumbers.update("9", { connection_id: "77" });
  await sdk.phoneNumbers.delete("9");
  await sdk.recordings.delete("rec1");
  await sdk.calls.actions.pauseRecording("v3:1", {});
  await sdk.calls.actions.resumeRecording("v3:1", {});
  await sdk.numberLookup.retrieve(wanted, { type: "caller-name" });
  await sdk.messages.send({ from: wanted, to: wanted, text: "Sorry we missed you." });
  await sdk.texmlApplications.update("77", {
    friendly_name: application.friendly_name,
    voice_url: addresses.voiceUrl,
    voice_method: "post",
    voice_fallback_url: addresses.fallbackUrl,
    status_callback: addresses.statusUrl,
    status_callback_method: "post",
    inbound: { shaken_stir_enabled: true },
  });

  expect(theirs.sent).toHaveLength(11);
  for (const theirRequest of theirs.sent) {
    const { method, path, json, key, query } = theirRequest;
    const same = ours.sent.find((one) => one.method === method && one.path === path);
    expect(same, `${method} ${path}`).toMatchObject({ json, key });
    // We ask for voice numbers besides; the SDK writes a list where the API takes one value too.
    expect(same?.query).toEqual(expect.arrayContaining([...query]));
  }
});

test("an order whose answer was lost is confirmed by the list and never sent twice", async () => {
  let isRented = false;
  const { provider, sent } = aDoor((one) => {
    if (one.method !== "POST" || one.path !== "/v2/number_orders") return telnyxWith(() => isRented)(one) as Response;
    isRented = true;
    return Promise.reject(
      new TypeError("fetch failed", { cause: Object.assign(new Error("cut"), { code: "ECONNRESET" }) }),
    );
  });

  expect(await provider.buyNumber(wanted, addresses)).toMatchObject({ ok: true, value: { e164: wanted, ref: "9" } });
  expect(sent.filter(({ path, method }) => path === "/v2/number_orders" && method === "POST")).toHaveLength(1);
});

test("an order the list never shows is nobody's knowledge, and a refusal is certain", async () => {
  const unsure = aDoor(telnyxWith(() => false));
  expect(await unsure.provider.buyNumber(wanted, addresses)).toEqual({ ok: false, reason: { code: "carrier_unsure" } });

  const refused = aDoor(() => Response.json({ errors: [{ code: "10015", title: "Bad" }] }, { status: 422 }));
  expect(await refused.provider.buyNumber(wanted, addresses)).toEqual({
    ok: false,
    reason: { code: "carrier_refused", status: 422, carrierCode: 10_015 },
  });
});

test("numbers are told with the addresses of their application", async () => {
  const { provider } = aDoor(telnyxWith(() => true));

  expect(await provider.listNumbers(undefined)).toMatchObject({
    ok: true,
    value: { items: [{ ref: "9", e164: wanted, ...addresses }], next: undefined },
  });
});

test("offers have their price and their place", async () => {
  const { provider } = aDoor(() =>
    Response.json({
      data: [
        {
          phone_number: wanted,
          cost_information: { upfront_cost: "1.00", monthly_cost: "1.50", currency: "USD" },
          region_information: [
            { region_type: "rate_center", region_name: "SAN FRANCISCO" },
            { region_type: "state", region_name: "CA" },
          ],
        },
        { phone_number: "none" },
      ],
    }),
  );

  const found = await provider.searchNumbers({
    country: "US",
    kind: "local",
    areaCode: undefined,
    locality: undefined,
  });

  const offer = { e164: wanted, locality: "SAN FRANCISCO", region: "CA", price: { cents: 150, currency: "USD" } };
  expect(found).toEqual({ ok: true, value: [offer] });
});

test("a recording is fetched from the address the API gives, without our key", async () => {
  const { provider, sent } = aDoor(({ path }) =>
    path === "/v2/recordings/rec1"
      ? Response.json({ data: { id: "rec1", download_urls: { wav: "https://s3.example/rec1.wav?sig=1" } } })
      : new Response("RIFF", { headers: { "content-type": "audio/wav", "content-length": "4" } }),
  );

  const fetched = await provider.fetchRecording("rec1");

  expect(fetched).toMatchObject({ ok: true, value: { size: 4, mediaType: "audio/wav" } });
  expect(sent.map(({ path, key }) => [path, key])).toEqual([
    ["/v2/recordings/rec1", `Bearer ${apiKey}`],
    ["/rec1.wav", null],
  ]);
});
