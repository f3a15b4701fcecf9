import { openSender, writeWebhookSecret } from "@ringtrail/destinations";
import { day, instant, minute, type CallId } from "@ringtrail/core";
import { aCall, anAnsweredCall, anId, memoryWorld, seedShop } from "@ringtrail/core/testing";
import type { DestinationWish } from "@ringtrail/core/ports";
import { expect, onTestFinished, test } from "vitest";
import { aReceiver } from "../../testing/a-receiver.ts";
import { makeLog } from "../make-log.ts";
import { deliverWebhook } from "./deliver-webhook.ts";
import { keepDelivering } from "./keep-delivering.ts";

/** A shop in memory with a webhook, and deliveries that go on by a clock the test moves. */
async function aShopThatDelivers(over: Partial<DestinationWish> = {}, mayReachPrivate = true) {
  const world = memoryWorld();
  const shop = await seedShop(world);
  const receiver = await aReceiver();
  const id = anId<string>("hook");
  const settings = { url: receiver.url, sendsCaller: false };
  const facts = ["call.started", "call.answered", "call.completed"] as const;
  const wish = { id, kind: "webhook", name: "CRM", isOn: true, facts, site: undefined, settings, ...over };
  await world.destinations.saveDestination(shop.account, wish, instant(0), writeWebhookSecret(new Uint8Array(32)));
  const sender = openSender({ mayReachPrivate });
  onTestFinished(sender.close);
  let ahead = 0;
  const delivering = keepDelivering({
    store: world.destinations,
    kinds: new Map([["webhook", deliverWebhook(world, sender.send)]]),
    now: () => instant(Date.now() + ahead),
    draw: () => 0.5,
    log: makeLog("silent"),
  });
  const looks = setInterval(delivering.wake, 10);
  onTestFinished(async () => {
    clearInterval(looks);
    await delivering.stop();
  });
  const ring = async (name: string): Promise<CallId> => {
    const { account, connection, site, source } = shop;
    const call = anId<CallId>(name);
    await world.calls.ring(account, aCall({ id: call, carrierRef: name, connection, site, number: source.id }));
    for (const event of anAnsweredCall()) await world.calls.append(account, call, event);
    return call;
  };
  const log = async () => {
    const page = await world.destinations.deliveries(shop.account, { cursor: undefined, limit: 100 });
    return page.ok ? page.value.deliveries : [];
  };
  /** Lets time pass and says how it stands then. */
  const later =
    <Told>(ms: number, told: () => Told) =>
    (): Told => {
      ahead += ms;
      return told();
    };
  return { receiver, ring, log, later };
}

const patience = { timeout: 30_000, interval: 20 };

test("a call is told in its order, signed, and the log holds what was sent and answered", async () => {
  const { receiver, ring, log } = await aShopThatDelivers();
  const call = await ring("one");

  await expect.poll(() => receiver.received.length, patience).toBe(3);

  const said = receiver.received.map(({ body }) => JSON.parse(body));
  expect(said.map(({ type, sequence }) => [type, sequence])).toEqual([
    ["call.started", 1],
    ["call.answered", 2],
    ["call.completed", 3],
  ]);
  expect(said[2].data.call).toMatchObject({ id: call, outcome: "answered", talkMs: 120_000 });
  expect(receiver.received[0]?.headers).toMatchObject({ "webhook-id": said[0].id, "content-type": "application/json" });
  await expect.poll(async () => (await log()).map(({ state }) => state), patience).toEqual(Array(3).fill("delivered"));
  const last = (await log()).find(({ fact }) => fact.kind === "call.completed");
  expect(last).toMatchObject({ request: receiver.received[2]?.body, tries: [{ status: 204 }] });
});

test("a receiver that answers 500 for a while gets every event, each call's in order", async () => {
  const { receiver, ring, log, later } = await aShopThatDelivers();
  let refusals = 6;
  receiver.behave((_request, response) => void response.writeHead(refusals-- > 0 ? 500 : 200).end());
  const calls = await Promise.all(["a", "b", "c"].map(ring));

  await expect
    .poll(
      later(1_000, () => receiver.received.length),
      patience,
    )
    .toBe(9);

  const said = receiver.received.map(({ body }) => JSON.parse(body));
  for (const call of calls) {
    expect(said.filter(({ data }) => data.call.id === call).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  }
  await expect.poll(async () => (await log()).flatMap(({ tries }) => tries).length, patience).toBe(15);
});

test("one event a receiver dislikes holds up its own call alone, and is dead after a day", async () => {
  const { receiver, ring, log, later } = await aShopThatDelivers({ facts: ["call.started", "call.completed"] });
  const bad = anId("bad");
  receiver.behave(({ body }, response) => {
    response.writeHead(JSON.parse(body).data.call.id === bad ? 422 : 200).end("no such customer");
  });
  await ring("bad");
  await ring("good");

  await expect.poll(() => receiver.received.length, patience).toBe(2);

  const held = async () => (await log()).filter(({ fact }) => fact.subject === bad);
  const states = async (): Promise<readonly string[]> => (await held()).map(({ state }) => state);
  await expect.poll(later(10 * minute, states), patience).toEqual(["dead", "dead"]);
  const first = (await held()).find(({ fact }) => fact.sequence === 1);
  expect(first?.tries[0]).toMatchObject({ status: 422, trouble: "status_bad", answer: "no such customer" });
  expect((first?.tries.at(-1)?.at ?? 0) - (first?.createdAt ?? 0)).toBeGreaterThanOrEqual(day);
});

test("an address of this machine is not connected to, and the log says why", async () => {
  const { receiver, ring, log } = await aShopThatDelivers({ facts: ["call.started"] }, false);
  await ring("one");

  await expect.poll(async () => (await log())[0]?.tries[0]?.trouble, patience).toBe("address_private");
  expect(receiver.received).toEqual([]);
});
