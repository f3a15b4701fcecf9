import { expect, onTestFinished, test } from "vitest";
import { aTestApp } from "../../testing/test-app.ts";
import { watchPbxs } from "./watch-pbxs.ts";
import { worstHealth } from "./worst-health.ts";

const pace = { pingMs: 50, limitMs: 1_000, firstWaitMs: 5, mostWaitMs: 20 };

/** The shop with its source number at a PBX nobody is at. */
async function aShopWithPbx() {
  const test = await aTestApp();
  const { world, shop, deps } = test;
  const { account, site, target, source } = shop;
  const pbx = { account, carrier: "asterisk", carrierAccount: "ringtrail", secret: "x" } as const;
  const connect = async (apiBase: string) => {
    const id = await world.accounts.saveConnection({ ...pbx, apiBase });
    const unsaid = { campaign: undefined, keyword: undefined, clickId: undefined };
    const touch = { channel: "direct", source: "x", medium: "y", ...unsaid, rule: "r" } as const;
    const number = { connection: id, site, target, e164: source.e164, role: "source", touch } as const;
    await world.accounts.saveNumber(account, number);
    await deps.snapshot.refresh();
    return id;
  };
  return { ...test, connect };
}

test("a PBX nobody is at is told on the health page, and the server stays ready; the log names no key", async () => {
  const { app, deps, connect, logged } = await aShopWithPbx();
  expect(await (await app.request("/readyz")).json()).not.toHaveProperty("checks.pbx");
  const id = await connect("http://127.0.0.1:1");
  const watch = watchPbxs(deps, { everyMs: 10, pace });
  onTestFinished(watch.stop);
  const watching = await aTestApp({}, () => ({ pbxs: watch.sights }));

  await expect.poll(() => watch.sights(), { timeout: 30_000 }).toMatchObject([{ connection: id, health: "gone" }]);

  const answer = await watching.app.request("/readyz");
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ status: "ready", checks: { pbx: "gone" } });
  expect(logged.filter((line) => line.includes("over ARI"))).toHaveLength(1);
  expect(logged.join("")).not.toContain("127.0.0.1:1");
});

test("a PBX that comes while the server runs is watched, and a stop lets go of it", async () => {
  const { deps, connect } = await aShopWithPbx();
  const watch = watchPbxs(deps, { everyMs: 5, pace });
  onTestFinished(watch.stop);
  expect(watch.sights()).toEqual([]);

  await connect("http://127.0.0.1:1");
  await expect.poll(() => watch.sights(), { timeout: 30_000 }).toMatchObject([{ health: "gone" }]);

  watch.stop();
  expect(watch.sights()).toEqual([]);
});

test("of several the worst is told", () => {
  expect(worstHealth([])).toBeUndefined();
  expect(worstHealth([{ health: "up" }, { health: "silent" }])).toBe("silent");
  expect(worstHealth([{ health: "refused" }, { health: "gone" }, { health: "up" }])).toBe("refused");
});
