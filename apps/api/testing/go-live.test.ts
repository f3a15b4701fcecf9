import { problems } from "@ringtrail/api-contract";
import type { E164 } from "@ringtrail/core";
import { usualLimits } from "@ringtrail/core/ports";
import { expect, test } from "vitest";
import type { Desk } from "../src/cli/numbers/number-desk.ts";
import { askServer } from "../src/doctor/ask-server.ts";
import { makeDoctorToken } from "../src/doctor/doctor-token.ts";
import { walkToLive, type Walk } from "../src/go-live/walk-to-live.ts";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aServer, type TestCarrier } from "./a-running-server.ts";

/** A running server with the demo's carrier, as `ringtrail go-live --carrier fake` finds it. */
async function aWalk(over: Partial<Walk> = {}): Promise<{ readonly walk: Walk; readonly carrier: TestCarrier }> {
  const { url: databaseUrl } = await aDatabase();
  const server = await aServer({ databaseUrl });
  const carrier = await aCarrierFor(server);
  const { deps, publicUrl } = server;
  const desk: Desk = {
    world: deps,
    account: carrier.seeded.account,
    connection: () => Promise.reject(new Error("not asked")),
  };
  const token = makeDoctorToken(deps.secrets.doctor, deps.now());
  const keys = { carrier: "fake", account: undefined, secret: undefined };
  const walk: Walk = {
    desk,
    calls: deps.calls,
    publicUrl,
    ask: (url) => askServer(url, token),
    keys,
    wish: wishFor("+14155550121"),
    waitMs: 60_000,
    tell: () => undefined,
    ...over,
  };
  return { walk, carrier };
}

test("every step is taken, up to a call that reached the business", async () => {
  const { walk, carrier } = await aWalk();
  const calls: Promise<unknown>[] = [];
  const tell = (line: string): void => {
    expect(line).toContain("+14155550121");
    calls.push(carrier.call({ to: "+14155550121", talkSeconds: 2 }));
  };

  const steps = await walkToLive({ ...walk, tell });
  await Promise.all(calls);

  expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual([
    "public_address ok",
    "https ok",
    "carrier_keys ok",
    "number ok",
    "fallback ok",
    "test_call ok",
  ]);
});

test("a number that is rented nowhere yet is shown with its price, and rented only when that was accepted", async () => {
  const { walk } = await aWalk({ wish: { number: undefined, area: "628", isPriceAccepted: false } });
  const { world, account, connection: _none, ...rest } = walk.desk;
  // An account that is new at the carrier: what the demo rents is no number of its own.
  const numbers = Object.assign(Object.create(world.numbers) as typeof world.numbers, {
    rented: async () => (await world.numbers.rented(account)).filter(({ e164 }) => e164.startsWith("+1628")),
  });
  const desk: Desk = { ...rest, account, connection: walk.desk.connection, world: { ...world, numbers } };
  const walkOn = (over: Partial<Walk>) => walkToLive({ ...walk, desk, waitMs: 0, ...over });

  const looked = (await walkOn({})).at(-1);
  expect(looked).toMatchObject({ step: "number", state: "failed" });
  expect(looked?.says).toMatch(/^For rent in 628: \+1628\d{7} for \d+\.\d\d USD a month, /);
  const e164 = /--number (\+\d+) --yes/.exec(looked?.fix ?? "")?.[1] ?? "";

  const asked = (await walkOn({ wish: wishFor(e164) })).at(-1);
  expect(asked).toMatchObject({ step: "number", state: "failed", fix: expect.stringContaining("--yes") });
  expect(asked?.says).toMatch(/costs \d+\.\d\d USD a month\. Nothing was bought\.$/);
  expect(await numbers.rented(account)).toEqual([]);

  await world.numbers.saveLimits(account, { ...usualLimits, mostNumbers: 1 });
  const limited = (await walkOn({ wish: wishFor(e164, true) })).at(-1);
  expect(limited).toMatchObject({ step: "number", state: "failed", says: problems.number_limit_reached.title });
  expect(await numbers.rented(account)).toEqual([]);

  await world.numbers.saveLimits(account, usualLimits);
  const bought = await walkOn({ wish: wishFor(e164, true) });
  expect(bought.slice(3).map(({ step, state }) => `${step} ${state}`)).toEqual([
    "number ok",
    "fallback ok",
    "test_call failed",
  ]);
  expect((await numbers.rented(account)).map((one) => one.e164)).toEqual([e164]);
});

test("a carrier without keys stops the walk before any number", async () => {
  const { walk } = await aWalk({ keys: { carrier: "telnyx", account: undefined, secret: undefined } });
  const isFakeNoMore = { ...walk, publicUrl: "https://calls.example", ask: async () => ours("https://calls.example") };

  const steps = await walkToLive(isFakeNoMore);

  expect(steps.at(-1)).toMatchObject({ step: "carrier_keys", state: "failed" });
  expect(steps.at(-1)?.fix).toContain("CARRIER_SECRET");
});

const ours = (publicUrl: string) =>
  ({ kind: "ours", seen: { version: "1", publicUrl, isFromTrustedProxy: true } }) as const;

const wishFor = (number: string, isPriceAccepted = false) => ({
  number: number as E164,
  area: undefined,
  isPriceAccepted,
});
