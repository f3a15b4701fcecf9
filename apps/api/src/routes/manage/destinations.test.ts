import { destinationDoors } from "@ringtrail/api-contract";
import { verifyWebhook, WebhookEvent } from "@ringtrail/api-contract/webhooks";
import { openSender } from "@ringtrail/destinations";
import { instant, Phi } from "@ringtrail/core";
import { aCall, aMatch, anAnsweredCall, aNumber, at } from "@ringtrail/core/testing";
import { Webhook } from "standardwebhooks";
import { expect, onTestFinished, test } from "vitest";
import { aReceiver, type Received } from "../../../testing/a-receiver.ts";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";
import { keepDelivering } from "../../destinations/keep-delivering.ts";
import { deliveryKinds } from "../../destinations/start-delivering.ts";

const patience = { timeout: 30_000, interval: 20 };
const hook = { kind: "webhook", name: "CRM", facts: ["call.completed"], url: "https://crm.example/hooks" };
const post = (body: unknown, method = "POST") => ({
  method,
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** The app with deliveries going on and a key that may set destinations up. */
async function anAppThatDelivers() {
  const app = await aTestApp({}, ({ server }) => {
    const sender = openSender({ mayReachPrivate: true });
    onTestFinished(sender.close);
    return { send: sender.send, server: { ...server, mayReachPrivate: true }, now: () => instant(Date.now() + 5_000) };
  });
  const { destinations: store, now, log } = app.deps;
  const delivering = keepDelivering({ store, kinds: deliveryKinds(app.deps), now, draw: () => 0.5, log });
  const looks = setInterval(delivering.wake, 20);
  onTestFinished(async () => {
    clearInterval(looks);
    await delivering.stop();
  });
  const receiver = await aReceiver();
  return { app, receiver, ask: await aKey(app, ["destinations:read", "destinations:write"]) };
}

async function ring({ world, shop }: TestApp): Promise<void> {
  const { account, connection, site, source } = shop;
  const call = aCall({ connection, site, number: source.id });
  await world.calls.ring(account, call);
  const caller = { number: Phi.seal(aNumber("+14155550123")), name: Phi.seal("Ann Smith") };
  await world.care.saveCaller(account, call.id, caller, at("10:00"));
  await world.calls.saveMatch(account, call.id, aMatch(), undefined);
  for (const event of anAnsweredCall()) await world.calls.append(account, call.id, event);
}

const verified = ({ headers, body }: Received, secrets: readonly string[]) =>
  verifyWebhook({ body, header: (name) => String(headers[name]), secrets, nowMs: Date.now() });

test("a webhook is made, tested and told of calls; its events are as the reference says, and anybody can verify them", async () => {
  const { app, receiver, ask } = await anAppThatDelivers();
  const made = await ask(
    "/v1/destinations",
    post({ ...hook, url: receiver.url, facts: ["call.credited", "call.completed"] }),
  );
  expect(made.status).toBe(201);
  const { id, secret } = (await made.json()) as { id: string; secret: string };
  expect(JSON.stringify(await (await ask("/v1/destinations")).json())).not.toContain(secret);

  expect((await ask(`/v1/destinations/${id}/tests`, post({}))).status).toBe(202);
  await expect.poll(() => receiver.received.length, patience).toBe(1);
  await ring(app);
  await expect.poll(() => receiver.received.length, patience).toBe(3);

  const events = receiver.received.map(({ body }) => WebhookEvent.parse(JSON.parse(body)));
  expect(events.map(({ type }) => type)).toEqual(["test", "call.credited", "call.completed"]);
  expect(events[2]?.data.call).toMatchObject({ outcome: "answered", credit: { match: "likely", confidence: 0.9 } });
  expect(receiver.received.map(({ body }) => body).join()).not.toContain("4155550123");
  for (const one of receiver.received) {
    expect(await verified(one, [secret])).toMatchObject({ ok: true });
    expect(() => new Webhook(secret).verify(one.body, one.headers as Record<string, string>)).not.toThrow();
  }
});

test("callers are sent where the owner asks for it, masked in the log, and never of a site in healthcare mode", async () => {
  const { app, receiver, ask } = await anAppThatDelivers();
  await ask("/v1/destinations", post({ ...hook, url: receiver.url, sendsCaller: true }));
  await ring(app);
  await expect.poll(() => receiver.received.length, patience).toBe(1);
  expect(JSON.parse(receiver.received[0]?.body ?? "").data.call.caller).toEqual({
    number: "+14155550123",
    name: "Ann Smith",
  });
  await expect
    .poll(async () => (await ask("/v1/deliveries?state=delivered")).text(), patience)
    .toContain("call.completed");
  const log = await (await ask("/v1/deliveries")).text();
  expect(log).toContain("…23");
  for (const secret of ["4155550123", "Ann Smith"]) expect(log).not.toContain(secret);

  const flow = await app.world.accounts.flowOf(app.shop.account, app.shop.site);
  if (flow === undefined) throw new Error("the shop has no flow");
  await app.world.accounts.saveFlow(app.shop.account, app.shop.site, { ...flow, isHealthcare: true });
  const [first] = ((await (await ask("/v1/deliveries")).json()) as { deliveries: { event: { subject: string } }[] })
    .deliveries;
  await app.world.calls.append(app.shop.account, first?.event.subject as never, {
    kind: "ended",
    at: at("10:05"),
    key: "again",
    end: "answered",
    lengthMs: 300_000,
  });
  await ask("/v1/destinations", post({ ...hook, url: receiver.url, sendsCaller: true, facts: ["call.updated"] }));
  await app.world.money.setValue(
    app.shop.account,
    first?.event.subject as never,
    { micros: 1, currency: "USD" },
    at("11:00"),
  );

  await expect.poll(() => receiver.received.length, patience).toBe(2);
  const told = receiver.received[1]?.body ?? "";
  expect(JSON.parse(told).data.call.credit).toEqual({
    match: "likely",
    confidence: 0.9,
    returning: 0,
    nobody: 0.1,
    channel: "paid_search",
  });
  for (const word of ["caller", "keyword", "campaign", "candidates", "4155550123"]) expect(told).not.toContain(word);
});

test("a replaced secret signs beside the new one as long as the owner says", async () => {
  const { receiver, ask } = await anAppThatDelivers();
  const made = await ask("/v1/destinations", post({ ...hook, url: receiver.url }));
  const { id, secret: old } = (await made.json()) as { id: string; secret: string };
  const replace = async (oldHours: number) =>
    ((await (await ask(`/v1/destinations/${id}/secrets`, post({ oldHours }))).json()) as { secret: string }).secret;
  const tested = async (nth: number): Promise<Received> => {
    await ask(`/v1/destinations/${id}/tests`, post({}));
    await expect.poll(() => receiver.received.length, patience).toBe(nth);
    return receiver.received[nth - 1] as Received;
  };

  const fresh = await replace(24);
  const both = await tested(1);
  expect([(await verified(both, [old])).ok, (await verified(both, [fresh])).ok]).toEqual([true, true]);
  const newest = await replace(0);
  const alone = await tested(2);

  expect(await verified(alone, [fresh])).toMatchObject({ ok: false, reason: { code: "signature_wrong" } });
  expect(await verified(alone, [newest])).toMatchObject({ ok: true });
});

test("an answer of a megabyte is taken for what its status says, and the log says that it was cut", async () => {
  const { receiver, ask } = await anAppThatDelivers();
  receiver.behave((_request, response) => void response.writeHead(200).end("x".repeat(1_000_000)));
  const made = await ask("/v1/destinations", post({ ...hook, url: receiver.url }));
  const { id } = (await made.json()) as { id: string };
  const { delivery } = (await (await ask(`/v1/destinations/${id}/tests`, post({}))).json()) as { delivery: string };

  const shown = async () =>
    (await (await ask(`/v1/deliveries/${delivery}`)).json()) as { state: string; tries: { answer: string }[] };
  await expect.poll(async () => (await shown()).state, patience).toBe("delivered");
  expect((await shown()).tries).toMatchObject([{ status: 200, isCut: true, answer: "x".repeat(2_048) }]);
});

test("deliveries are replayed one by one or by their time, under the event's own id", async () => {
  const { app, receiver, ask } = await anAppThatDelivers();
  const made = await ask("/v1/destinations", post({ ...hook, url: receiver.url }));
  const { id } = (await made.json()) as { id: string };
  await ring(app);
  await expect.poll(() => receiver.received.length, patience).toBe(1);
  const sent = async () => (await ask(`/v1/deliveries?destination=${id}&state=delivered`)).text();
  await expect.poll(sent, patience).toContain("call.completed");
  const page = JSON.parse(await sent()) as {
    deliveries: { id: string }[];
  };
  await expect
    .poll(async () => (await ask(`/v1/deliveries/${page.deliveries[0]?.id}/replays`, post({}))).status, patience)
    .toBe(202);
  await expect.poll(() => receiver.received.length, patience).toBe(2);
  const day = { from: "2026-03-02T00:00:00.000Z", before: "2026-03-03T00:00:00.000Z" };
  const replay = async (): Promise<unknown> => (await ask(`/v1/destinations/${id}/replays`, post(day))).json();
  await expect.poll(replay, patience).toEqual({ deliveries: 1 });
  await expect.poll(() => receiver.received.length, patience).toBe(3);

  expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
});

test.each([
  ["422: a private address", { url: "http://127.0.0.1/x" }, "destination_address_refused"],
  ["422: the cloud's own address", { url: "https://169.254.169.254/latest" }, "destination_address_refused"],
  ["422: no encryption", { url: "http://crm.example/x" }, "destination_address_refused"],
  ["422: a password in it", { url: "https://a:b@crm.example/x" }, "destination_address_refused"],
  ["422: no address", { url: "crm" }, "body_invalid"],
  ["422: an event nobody knows", { facts: ["call.vanished"] }, "body_invalid"],
  ["404: another account's site", { site: "0199f3c2-0000-7000-8000-000000000001" }, "site_unknown"],
])("%s is refused in plain words", async (_what, over, code) => {
  const app = await aTestApp();
  const ask = await aKey(app, ["destinations:write"]);

  const answer = await ask("/v1/destinations", post({ ...hook, ...over }));

  const problem = await problemIn(answer);
  expect(problem).toMatchObject({ code });
  expect(problem.fix).toMatch(/\.$/);
});

test("404: another account's destination and delivery", async () => {
  const app = await aTestApp();
  const ask = await aKey(app, ["destinations:read", "destinations:write"]);
  const id = "0199f3c2-0000-7000-8000-000000000001";
  for (const [door, code] of [
    [destinationDoors.remove, "destination_unknown"],
    [destinationDoors.test, "destination_unknown"],
    [destinationDoors.delivery, "delivery_unknown"],
    [destinationDoors.replayOne, "delivery_unknown"],
  ] as const) {
    const init = door.method === "POST" ? post({}) : { method: door.method };
    expect(await problemIn(await ask(door.path.replace("{id}", id), init))).toMatchObject({ code });
  }
});
