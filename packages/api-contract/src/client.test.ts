import { expect, test } from "vitest";
import { ApiError } from "./api-error.ts";
import { createClient, type Client } from "./client.ts";
import { allEndpoints } from "./endpoints/all-endpoints.ts";

interface Sent {
  readonly line: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

/** A client whose server answers the same to everything, and what it was sent. */
function aClient(answer: () => Response, baseUrl = "https://calls.example"): { client: Client; sent: Sent[] } {
  const sent: Sent[] = [];
  const ask: typeof fetch = async (input, init) => {
    const body = typeof init?.body === "string" ? init.body : undefined;
    sent.push({ line: `${init?.method} ${String(input)}`, headers: new Headers(init?.headers), body });
    return answer();
  };
  return { client: createClient({ baseUrl, fetch: ask, headers: { authorization: "Bearer k" } }), sent };
}

const id = "0199f3c2-0000-7000-8000-000000000001";
const aNewNumber = { e164: "+14155550142", purpose: { role: "pool", pool: id } } as const;
const aHook: Parameters<Client["createDestination"]>[0] = {
  kind: "webhook",
  name: "CRM",
  facts: ["call.completed"],
  url: "https://crm.example/hooks",
};
const aPeriod = { from: "2026-11-01T00:00:00.000Z", before: "2026-11-02T00:00:00.000Z" };
const methods: readonly [endpoint: string, call: (client: Client) => Promise<unknown>][] = [
  ["getSession", (client) => client.session()],
  ["listCalls", (client) => client.listCalls()],
  ["getCall", (client) => client.call(id)],
  ["getCallProof", (client) => client.callProof(id)],
  ["getCallValue", (client) => client.callValue(id)],
  ["setCallValue", (client) => client.setCallValue(id, { amount: 450, currency: "USD" })],
  ["removeCallValue", (client) => client.removeCallValue(id)],
  ["getCallReport", (client) => client.callReport({ from: "2026-11-01", to: "2026-11-30", by: "campaign" })],
  ["listAdPlatforms", (client) => client.adPlatforms()],
  [
    "saveAdPlatform",
    (client) => client.saveAdPlatform({ platform: "ga4", measurementId: "G-TEST1", keys: { apiSecret: "s" } }),
  ],
  ["removeAdPlatform", (client) => client.removeAdPlatform(id)],
  [
    "saveCosts",
    (client) => client.saveCosts({ costs: [{ day: "2026-11-02", source: "google", currency: "USD", amount: 12.34 }] }),
  ],
  ["listDestinations", (client) => client.destinations()],
  ["createDestination", (client) => client.createDestination(aHook)],
  ["saveDestination", (client) => client.saveDestination(id, aHook)],
  ["removeDestination", (client) => client.removeDestination(id)],
  ["replaceDestinationSecret", (client) => client.replaceDestinationSecret(id)],
  ["testDestination", (client) => client.testDestination(id)],
  ["replayDeliveries", (client) => client.replayDeliveries(id, aPeriod)],
  ["listDeliveries", (client) => client.deliveries()],
  ["getDelivery", (client) => client.delivery(id)],
  ["replayDelivery", (client) => client.replayDelivery(id)],
  ["getRevenueReport", (client) => client.revenueReport({ from: "2026-11-01", to: "2026-11-30" })],
  [
    "saveOrders",
    (client) =>
      client.saveOrders({
        orders: [{ id: "1001", placedAt: "2026-11-02T10:00:00.000Z", currency: "USD", amount: 99.5 }],
      }),
  ],
  ["listShops", (client) => client.shops()],
  ["connectShop", (client) => client.connectShop({ domain: "copper-kettle.myshopify.com" })],
  ["listOrders", (client) => client.orders({ from: "2026-11-01", to: "2026-11-30" })],
  ["listWaitingCalls", (client) => client.waitingCalls({ from: "2026-11-01", to: "2026-11-30" })],
  ["listOtherTrackers", (client) => client.otherTrackers()],
  ["listCallOrders", (client) => client.callOrders(id)],
  ["getOrderRules", (client) => client.orderRules(id)],
  ["setOrderRules", (client) => client.setOrderRules(id, { windowDays: 7, matchesCallers: false })],
  ["getCallFlow", (client) => client.callFlow(id)],
  ["listCallerPlaces", (client) => client.callerPlaces()],
  [
    "declareCallerPlace",
    (client) => client.declareCallerPlace({ phone: "+14155550142", place: "US-TX", basis: "contract" }),
  ],
  ["withdrawCallerPlace", (client) => client.withdrawCallerPlace("+14155550142")],
  ["importCallerPlaces", (client) => client.importCallerPlaces(new Blob(["phone,place,basis"], { type: "text/csv" }))],
  ["getPlacesOfCall", (client) => client.placesOfCall(id)],
  [
    "declarePlaceOfCall",
    (client) => client.declarePlaceOfCall(id, { kind: "billing", place: "US-TX", basis: "invoices" }),
  ],
  ["forgetCallerPlace", (client) => client.forgetCallerPlace(id)],
  ["listOverrides", (client) => client.overrides()],
  [
    "keepOverride",
    (client) =>
      client.keepOverride({ place: "US-TX", phone: "announce", reason: "counsel", author: "Ann", date: "2026-11-24" }),
  ],
  ["withdrawOverride", (client) => client.withdrawOverride(id)],
  ["listSounds", (client) => client.sounds()],
  ["uploadSound", (client) => client.uploadSound(new Blob(["RIFF"], { type: "audio/wav" }), "notice one.wav")],
  [
    "setCallFlow",
    (client) =>
      client.setCallFlow(id, {
        destination: "+14155550100",
        ringSeconds: 25,
        announcement: { text: "Recorded.", language: "en-US" },
        recordingWanted: true,
      }),
  ],
  [
    "checkCallFlow",
    (client) =>
      client.checkCallFlow(id, {
        destination: "+14155550100",
        ringSeconds: 25,
        announcement: { text: "Recorded.", language: "en-US" },
        recordingWanted: true,
      }),
  ],
  ["saySpam", (client) => client.saySpam(id, false)],
  ["pauseRecording", (client) => client.pauseRecording(id)],
  ["resumeRecording", (client) => client.resumeRecording(id)],
  ["announceNewcomer", (client) => client.announceNewcomer(id, "205")],
  ["tellNewcomer", (client) => client.tellNewcomer(id, "205")],
  ["createRecordingLink", (client) => client.recordingLink(id)],
  ["previewRecordingDecision", (client) => client.previewDecision({ businessJurisdictions: ["US-TX"] })],
  ["listRecordingPlaces", (client) => client.recordingPlaces()],
  ["listProofs", (client) => client.proofs()],
  ["listRuleSets", (client) => client.ruleSets()],
  ["compareRuleSets", (client) => client.compareRuleSets()],
  ["listPools", (client) => client.pools()],
  ["listSites", (client) => client.sites()],
  ["listNumbers", (client) => client.numbers()],
  ["searchNumbers", (client) => client.availableNumbers()],
  ["buyNumber", (client) => client.buyNumber(aNewNumber)],
  ["importNumber", (client) => client.importNumber(aNewNumber)],
  ["markNumber", (client) => client.markNumber(id, { takes: ["sms"] })],
  ["releaseNumber", (client) => client.releaseNumber(id)],
  ["getNumberLimits", (client) => client.numberLimits()],
  ["saveNumberLimits", (client) => client.saveNumberLimits({ mostNumbers: 5, restDays: 30 })],
  ["changeDestination", (client) => client.changeDestination(id, "+14155550100")],
  ["listNotices", (client) => client.notices()],
  ["seeNotices", (client) => client.seeNotices("2026-03-03T10:00:00.000Z")],
  ["getPollution", (client) => client.pollution()],
  ["listJobs", (client) => client.jobs()],
  ["retryJob", (client) => client.retryJob(id)],
  ["listApiKeys", (client) => client.apiKeys()],
  ["createApiKey", (client) => client.createApiKey({ name: "n", scopes: ["calls:read"] })],
  ["revokeApiKey", (client) => client.revokeApiKey(id)],
  ["listAuditLog", (client) => client.auditLog()],
  ["getConnectRequest", (client) => client.connectRequest(id)],
  ["approveConnectRequest", (client) => client.approveConnection(id, id)],
  ["exportCaller", (client) => client.exportCaller("+14155550142")],
  ["eraseCaller", (client) => client.eraseCaller("+14155550142")],
  ["addTarget", (client) => client.addTarget(id, { e164: "+14155550142", label: "Sales" })],
  ["listFallbackDocuments", (client) => client.fallbackDocuments()],
  ["createTestCall", (client) => client.ringTestCall({ to: "+14155550101" })],
];

test.each(methods)("%s is asked at the address of the contract", async (name, call) => {
  const { client, sent } = aClient(() => Response.json({}));
  const endpoint = allEndpoints.find((known) => known.name === name);

  await call(client);

  expect(sent[0]?.line.split("?")[0]).toBe(
    `${endpoint?.method} https://calls.example${endpoint?.path.replace(/\{\w+\}/, id)}`,
  );
  expect(sent[0]?.headers.get("authorization")).toBe("Bearer k");
  expect(sent[0]?.headers.get("content-type")).toBe(
    endpoint?.body ? "application/json" : (endpoint?.upload?.mediaTypes[0] ?? null),
  );
});

test("every management endpoint that answers JSON has a method", () => {
  const managed = allEndpoints.filter(({ scope, mediaType }) => scope !== "public" && mediaType === undefined);
  expect(managed.map(({ name }) => name).toSorted()).toEqual(methods.map(([name]) => name).toSorted());
});

test("places of business are sent as one list", async () => {
  const { client, sent } = aClient(() => Response.json({}), "");

  await client.recordingPlaces(["US-TX", "US-CA"]);

  expect(sent[0]?.line).toBe("GET /v1/recording-consent/places?business=US-TX%2CUS-CA");
});

test("a filter is written into the address, what is left out is not", async () => {
  const { client, sent } = aClient(() => Response.json({ calls: [] }), "");

  await client.listCalls({ cursor: "a+b=", limit: 10, site: undefined });

  expect(sent[0]?.line).toBe("GET /v1/calls?cursor=a%2Bb%3D&limit=10");
});

test("a file is sent as it is, under its name, and of a type the browser does not know as bytes", async () => {
  const { client, sent } = aClient(() => Response.json({}), "");

  await client.uploadSound(new Blob(["RIFF"]), "our notice & more.wav");

  expect(sent[0]?.line).toBe("POST /v1/sounds?name=our+notice+%26+more.wav");
  expect(sent[0]?.headers.get("content-type")).toBe("application/octet-stream");
});

test("a repetition can be told from a second wish", async () => {
  const { client, sent } = aClient(() => Response.json({}));

  await client.ringTestCall({ to: "+14155550101" }, "ring-1");

  expect(sent[0]?.headers.get("idempotency-key")).toBe("ring-1");
});

test("a problem is thrown with everything the server said, also by a code this version does not know", async () => {
  const problem = {
    type: "https://ringtrail.dev/problems/new_one",
    code: "new_one",
    status: 418,
    title: "New.",
    fix: "Go.",
  };
  const { client } = aClient(() => Response.json(problem, { status: 418 }));

  const failure = await client.pools().catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(ApiError);
  expect(failure).toMatchObject({ problem, message: "new_one: New." });
});

test.each([
  ["a proxy's page", () => new Response("<html>502</html>", { status: 502 })],
  ["other JSON", () => Response.json({ error: "no" }, { status: 502 })],
])("%s becomes a problem too", async (_what, answer) => {
  const failure = await aClient(answer)
    .client.pools()
    .catch((error: unknown) => error);

  expect(failure).toMatchObject({ problem: { code: "not_a_problem", status: 502 } });
});

test("an answer without a body is no answer", async () => {
  const { client } = aClient(() => new Response(null, { status: 204 }));

  expect(await client.revokeApiKey(id)).toBeUndefined();
});
