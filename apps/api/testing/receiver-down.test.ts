import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createStores } from "@ringtrail/database";
import { after, instant, minute, type CallId } from "@ringtrail/core";
import { aCall, aMatch, anAnsweredCall, seedShop } from "@ringtrail/core/testing";
import { writeWebhookSecret } from "@ringtrail/destinations";
import { expect, onTestFinished, test } from "vitest";
import { newId } from "../src/new-id.ts";
import { aDatabase } from "./a-database.ts";
import { aReceiver, type Received } from "./a-receiver.ts";
import { aFolder } from "./a-running-server.ts";
import { bareEnvironment } from "./bare-environment.ts";

const speed = 120;
const begun = Date.now();
const clock = () => instant(Math.floor(begun + (Date.now() - begun) * speed));
const patience = { timeout: 120_000, interval: 50 };
const at = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The server as a process of its own, on a clock of two minutes a second. */
async function aProcess(databaseUrl: string, data: string): Promise<ChildProcess> {
  const preload = ["--import", new URL("fast-clock.mjs", import.meta.url).href];
  const args = [...preload, at("../bin/ringtrail.mjs"), "start", "--json", "--no-demo", "--port", "0", "--data", data];
  const env = { CLOCK_BEGUN: String(begun), CLOCK_SPEED: String(speed), REACH_PRIVATE_NETWORKS: "true" };
  const child = spawn(process.execPath, args, {
    env: { ...bareEnvironment, HOME: process.env["HOME"] ?? "", DATABASE_URL: databaseUrl, ...env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(createInterface({ input: child.stdout }), "line");
  return child;
}

/** Chance that can be repeated (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test("a receiver that is down for ten minutes, then slow, then answering 500 gets every event, none out of order per call, though the server is killed", async () => {
  const seed = Number(process.env["RINGTRAIL_SEED"] ?? 20_261_125);
  const draw = chance(seed);
  const { url: databaseUrl } = await aDatabase();
  const data = aFolder();
  let server = await aProcess(databaseUrl, data);
  const keys = { file: path.join(data, "keys", "master.key") };
  const opened = await createStores({
    url: databaseUrl,
    keys,
    recordingsFolder: path.join(data, "r"),
    answerTimeoutMs: 30_000,
  });
  if (!opened.ok) throw new Error(opened.reason.code);
  const stores = opened.value;
  onTestFinished(() => stores.close());
  const looks = setInterval(() => void stores.sql.notify("ringtrail_deliveries", "").catch(() => undefined), 50);
  onTestFinished(() => clearInterval(looks));
  const { account, connection, site, source } = await seedShop({ ...stores, intruder: undefined as never });
  const port = Number(new URL((await aClosedReceiver()).url).port);
  const id = newId<string>();
  const facts = ["call.started", "call.answered", "call.completed", "call.credited", "call.updated"] as const;
  const settings = { url: `http://127.0.0.1:${port}/hooks` };
  const wish = { id, kind: "webhook", name: "CRM", isOn: true, facts, site: undefined, settings };
  await stores.destinations.saveDestination(account, wish, clock(), writeWebhookSecret(new Uint8Array(32)));

  // Calls that go on beside each other, in an order that chance has made.
  const going = Array.from({ length: 15 }, (_one, nth) => {
    const call = aCall({ id: newId<CallId>(), carrierRef: `CA-${nth}`, connection, site, number: source.id });
    const steps = anAnsweredCall().map((event) => () => stores.calls.append(account, call.id, event));
    const credit = () => stores.calls.saveMatch(account, call.id, aMatch(), undefined);
    return [() => stores.calls.ring(account, call), credit, ...steps] as (() => Promise<unknown>)[];
  });
  const happen = async (steps: number): Promise<void> => {
    for (let left = steps; left > 0 && going.some((one) => one.length > 0); left -= 1) {
      const open = going.filter((one) => one.length > 0);
      await open[Math.floor(draw() * open.length)]?.shift()?.();
    }
  };
  await happen(70);
  const back = after(clock(), 10 * minute);
  await expect.poll(clock, patience).toBeGreaterThan(back);
  expect((await stores.destinations.destination(account, id))?.failures).toBeGreaterThan(3);

  const receiver = await aReceiver(port);
  receiver.behave((_request, response) => void setTimeout(() => response.writeHead(200).end(), 200 * draw()));
  await expect.poll(() => receiver.received.length, patience).toBeGreaterThan(8);
  server.kill("SIGKILL");
  await once(server, "exit");
  await happen(20);
  receiver.behave((_request, response) => void response.writeHead(draw() < 0.5 ? 500 : 200).end());
  server = await aProcess(databaseUrl, data);
  await happen(Number.POSITIVE_INFINITY);
  await expect.poll(() => receiver.received.length, patience).toBeGreaterThan(30);
  receiver.behave((_request, response) => void response.writeHead(204).end());

  const left = async () => {
    const page = await stores.destinations.deliveries(account, { cursor: undefined, limit: 100, state: "waiting" });
    return page.ok ? page.value.deliveries.length : -1;
  };
  await expect.poll(left, patience).toBe(0);
  const byCall = Map.groupBy(receiver.received.map(eventOf), ({ call }) => call);
  expect(byCall.size, `seed ${seed}`).toBe(15);
  for (const [call, events] of byCall) {
    const order = events.map(({ sequence }) => sequence);
    expect(order, `seed ${seed}, call ${call}`).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(events.map(({ type }) => type)), `seed ${seed}`).toEqual(new Set(facts.slice(0, 4)));
    expect(new Set(order).size).toBe(Math.max(...order));
  }
}, 300_000);

/** A port nobody listens on. */
async function aClosedReceiver() {
  const receiver = await aReceiver();
  receiver.close();
  return receiver;
}

function eventOf({ body }: Received): { readonly call: string; readonly sequence: number; readonly type: string } {
  const { data, sequence, type } = JSON.parse(body);
  return { call: data.call.id, sequence, type };
}
