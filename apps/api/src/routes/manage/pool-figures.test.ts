import { PoolList } from "@ringtrail/api-contract";
import { after, minute } from "@ringtrail/core";
import { anId, at, lendTo } from "@ringtrail/core/testing";
import { expect, test, vi } from "vitest";
import { aKey } from "../../../testing/ask-as-key.ts";
import { aTestApp } from "../../../testing/test-app.ts";
import { makeCommandLine } from "../../cli/run.ts";
import { watchPools } from "../../numbers/watch-pools.ts";

test("200: the pool screen's figures and the command line's agree", async () => {
  const testApp = await aTestApp({ slices: Array.from({ length: 4 }, () => "any") });
  const { world, shop, clock } = testApp;
  for (let nth = 0; nth < 20; nth += 1) {
    const visit = `visit ${nth}`;
    const now = after(at("08:00"), nth * 3 * minute);
    await lendTo(world, shop, visit, { now });
    await world.pools.renew(shop.account, {
      visit: anId(visit),
      now: after(now, 4 * minute),
      until: after(now, 9 * minute),
    });
  }
  clock.pass(0);
  const ask = await aKey(testApp, ["pools:read"]);
  const read = async () => PoolList.parse(await (await ask("/v1/pools")).json()).pools;

  // The simulator works behind the answers: at first there is no figure of it.
  const [before] = await read();
  await testApp.deps.background.settled();
  const [pool] = await read();

  expect(before?.sizes?.map(({ accuracy }) => accuracy).filter((accuracy) => accuracy !== undefined)).toEqual([]);

  expect(pool?.demand).toMatchObject({ visitsPerHour: 20, stayMs: 4 * minute, offeredLoad: 3, isNearlyFull: true });
  expect(pool?.demand?.busyHour).toBe(new Date(at("08:00")).toISOString());
  const sizes = pool?.sizes ?? [];
  expect(sizes.length).toBeGreaterThan(3);
  for (const size of sizes) {
    const said = await sizeSaid(
      "--visits-per-hour",
      "20",
      "--stay",
      "4",
      "--grace",
      "5",
      "--numbers",
      `${size.numbers}`,
      "--single",
    );
    expect(said).toEqual({ ...size, offeredLoad: pool?.demand?.offeredLoad });
  }
  const now = sizes.find(({ numbers }) => numbers === 4);
  expect(now?.loss).toBeCloseTo(pool?.lossProbability ?? 0, 12);
});

test("200: they agree for a pool with a slice for each source too", async () => {
  const testApp = await aTestApp({ slices: ["any", "paid_search"] });
  const { world, shop, deps } = testApp;
  for (let nth = 0; nth < 6; nth += 1) {
    const now = after(at("08:00"), nth * 9 * minute);
    await lendTo(world, shop, `visit ${nth}`, { now });
    const seen = { now: after(now, 2 * minute), until: after(now, 7 * minute) };
    await world.pools.renew(shop.account, { visit: anId(`visit ${nth}`), ...seen });
  }
  const ask = await aKey(testApp, ["pools:read"]);
  const read = async () => PoolList.parse(await (await ask("/v1/pools")).json()).pools[0];
  await read();
  await deps.background.settled();

  const { sizes = [], demand } = (await read()) ?? {};

  expect(sizes.length).toBeGreaterThan(2);
  for (const size of sizes) {
    const { visitsPerHour = 0, stayMs = 0 } = demand ?? {};
    const asked = ["--visits-per-hour", `${visitsPerHour}`, "--stay", `${stayMs / minute}`, "--grace", "5"];
    const said = await sizeSaid(...asked, "--numbers", `${size.numbers}`);
    expect(said).toEqual({ ...size, offeredLoad: demand?.offeredLoad });
  }
});

test("200: a size costs what its numbers' mean rent says, and nothing is said where no rent is known", async () => {
  const testApp = await aTestApp({ slices: ["any", "any"] });
  const { world, shop } = testApp;
  await lendTo(world, shop, "ann", { now: at("08:00") });
  await world.pools.renew(shop.account, { visit: anId("ann"), now: at("08:04"), until: at("08:09") });
  const ask = await aKey(testApp, ["pools:read"]);
  const costs = async () => {
    const [pool] = PoolList.parse(await (await ask("/v1/pools")).json()).pools;
    return Object.fromEntries((pool?.sizes ?? []).map(({ numbers, monthly }) => [numbers, monthly]));
  };

  expect(Object.values(await costs()).filter((cost) => cost !== undefined)).toEqual([]);
  for (const [nth, number] of shop.numbers.entries()) {
    const rent = { cents: 100 + nth * 30, currency: "USD" };
    await world.numbers.noteRent(shop.account, number.id, { carrierRef: `ref ${nth}`, rent });
  }
  expect((await costs())[2]).toEqual({ cents: 230, currency: "USD" });
});

test("owners are told once when a pool is nearly full, and the pool says since when until it has room", async () => {
  const testApp = await aTestApp({ slices: ["any"] });
  const { world, shop, deps, clock } = testApp;
  for (const nth of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) {
    const now = after(at("08:00"), nth * 5 * minute);
    await lendTo(world, shop, `visit ${nth}`, { now });
    await world.pools.renew(shop.account, {
      visit: anId(`visit ${nth}`),
      now: after(now, minute),
      until: after(now, 6 * minute),
    });
  }
  const ask = await aKey(testApp, ["pools:read"]);
  const since = async () => PoolList.parse(await (await ask("/v1/pools")).json()).pools[0]?.nearlyFullSince;
  const told = async () =>
    (await world.accounts.auditLog(shop.account, 100))
      .map(({ action }) => action)
      .filter((action) => action.startsWith("pool."));

  expect(await since()).toBeUndefined();
  await watchPools(deps)(shop.account);
  await watchPools(deps)(shop.account);
  expect(await told()).toEqual(["pool.nearly_full"]);
  expect(await since()).toBe(new Date(clock.now()).toISOString());
  expect(testApp.logged.some((line) => line.includes("a pool is nearly full"))).toBe(true);
  clock.pass(8 * 24 * 60 * minute);
  await watchPools(deps)(shop.account);
  expect(await told()).toEqual(["pool.room_again", "pool.nearly_full"]);
  expect(await since()).toBeUndefined();
});

test("200: a pool nobody came to yet says nothing of a loss", async () => {
  const testApp = await aTestApp();
  const ask = await aKey(testApp, ["pools:read"]);

  const { pools } = PoolList.parse(await (await ask("/v1/pools")).json());

  expect(pools[0]).not.toHaveProperty("lossProbability");
  expect(pools[0]).not.toHaveProperty("sizes");
});

test("the command line answers the issue's question, with a price when it is told one", async () => {
  const asked = ["--visits-per-hour", "60", "--stay", "4", "--grace", "5", "--loss", "0.01"];
  const { numbers, loss, offeredLoad, accuracy, ...rest } = await sizeSaid(...asked);

  expect([numbers, offeredLoad, rest]).toEqual([17, 9, {}]);
  expect(loss).toBeCloseTo(0.0058, 4);
  expect(accuracy).toBeGreaterThan(0.6);
  expect(await sizeSaid(...asked, "--price", "1.15")).toMatchObject({ monthlyCost: 19.55 });
});

/** What `ringtrail pool size` prints. */
async function sizeSaid(...words: readonly string[]): Promise<Record<string, unknown>> {
  const print = vi.spyOn(console, "log").mockImplementation(() => {});
  try {
    const typed = ["pool", "size", ...words];
    await (await makeCommandLine(typed)).parseAsync(typed, { from: "user" });
    return JSON.parse(String(print.mock.calls[0]?.[0]));
  } finally {
    print.mockRestore();
  }
}
