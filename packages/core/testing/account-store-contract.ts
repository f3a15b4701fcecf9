import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { chainStart, checkAuditLink, instant } from "../src/index.ts";
import type { ApiKey } from "../src/ports/index.ts";
import type { CallFlow } from "../src/call-flow/index.ts";
import { aCallFlow, aNumber } from "./build-call.ts";
import { at } from "./fixed-clock.ts";
import { sha256 } from "./memory-proof-store.ts";
import { aConnection, aSite, seedShop, sourceTouch, type Shop } from "./seed-shop.ts";
import { inWorld } from "./suite.ts";
import type { MakeWorld } from "./world.ts";

/** What every store of accounts must do. */
export function accountStoreContract(makeWorld: MakeWorld): void {
  inWorld("account store", makeWorld, (world) => {
    test("setting up twice changes nothing and makes nothing twice", async () => {
      const shop = await seedShop(world());
      const { accounts, directory } = world();
      const before = await directory.siteByKey(shop.siteKey);
      const name = (await accounts.accounts()).find(({ id }) => id === shop.account)?.name ?? "";
      const nth = name.split(" ")[1] ?? "";

      const account = await accounts.createAccount(name);
      const connection = await accounts.saveConnection(aConnection(account, nth));
      const site = await accounts.saveSite(account, aSite(shop.siteKey));
      const target = await accounts.saveTarget(account, site, before?.targets[0] ?? { e164: aNumber(), label: "" });
      const pool = await accounts.savePool(account, { ...shop.pool, site, target, name: "Pool" });

      expect([account, connection, site, target, pool]).toEqual([
        shop.account,
        shop.connection,
        shop.site,
        shop.target,
        shop.pool.id,
      ]);
      expect(await directory.siteByKey(shop.siteKey)).toEqual(before);
    });

    test("a pool says otherwise whether its numbers are shared; another account's is not touched", async () => {
      const shop = await seedShop(world());
      const { accounts, pools } = world();
      const other = await accounts.createAccount("somebody else");

      expect(await accounts.choosePoolPolicy(other, shop.pool.id, true)).toBe(false);
      expect(await accounts.choosePoolPolicy(shop.account, shop.pool.id, true)).toBe(true);
      expect((await pools.poolsOf(shop.account)).map(({ exclusive }) => exclusive)).toEqual([true]);
      expect(await accounts.choosePoolPolicy(shop.account, shop.pool.id, false)).toBe(true);
      expect((await pools.poolsOf(shop.account)).map(({ exclusive }) => exclusive)).toEqual([false]);
    });

    test("setting up again changes what differs", async () => {
      const shop = await seedShop(world());
      const { accounts, directory } = world();

      await accounts.saveSite(shop.account, {
        ...aSite(shop.siteKey),
        origins: ["https://new.example"],
        regime: "opt-out",
      });
      const place = { connection: shop.connection, site: shop.site, target: shop.target };
      const e164 = shop.numbers[0]?.e164 ?? aNumber();
      await accounts.saveNumber(shop.account, { ...place, e164, role: "pool", pool: shop.pool.id, slice: "direct" });

      const site = await directory.siteByKey(shop.siteKey);
      expect(site).toMatchObject({ origins: ["https://new.example"], regime: "opt-out" });
      expect(site?.pools[0]?.slices).toEqual(["any", "direct"]);
    });

    test("connections are told without their secrets, and nobody else's", async () => {
      const shop = await seedShop(world());
      await seedShop(world());

      const connections = await world().accounts.connectionsOf(shop.account);

      expect(connections.map(({ id, carrier }) => [id, carrier])).toEqual([[shop.connection, "fake"]]);
      expect(JSON.stringify(connections)).not.toContain("secret");
    });

    test("calls are forwarded elsewhere, everything else of the flow stays, and nobody changes another's", async () => {
      const shop = await seedShop(world());
      const other = await seedShop(world());
      const { accounts, directory } = world();
      const before = await directory.routeByNumber(shop.connection, shop.source.e164);

      expect(await accounts.changeDestination(shop.account, shop.site, aNumber("+14155550177"))).toBe("+14155550199");

      const after = await directory.routeByNumber(shop.connection, shop.source.e164);
      expect(after?.flow).toEqual({ ...before?.flow, destination: "+14155550177" });
      expect(await accounts.changeDestination(other.account, shop.site, aNumber("+14155550166"))).toBeUndefined();
      expect((await directory.routeByNumber(shop.connection, shop.source.e164))?.flow.destination).toBe("+14155550177");
    });

    test("a flow is kept in place of the one before, rings the next call, and is another account's to neither see nor set", async () => {
      const [shop, other] = [await seedShop(world()), await seedShop(world())];
      const { accounts, directory } = world();
      const hello = { text: "Hello.", language: "en-US" };
      const flow: CallFlow = {
        ...aCallFlow({ recordingWanted: false, blocked: [aNumber("+12125550199")] }),
        steps: {
          first: "hello",
          all: {
            hello: { kind: "greeting", words: hello, next: "box" },
            box: { kind: "message", words: hello, mostSeconds: 60 },
          },
        },
      };

      expect(await accounts.saveFlow(shop.account, shop.site, flow)).toBe(true);

      expect(await accounts.flowOf(shop.account, shop.site)).toEqual(flow);
      expect((await directory.routeByNumber(shop.connection, shop.source.e164))?.flow).toEqual(flow);
      expect(await accounts.saveFlow(other.account, shop.site, aCallFlow())).toBe(false);
      expect(await accounts.flowOf(other.account, shop.site)).toBeUndefined();
      expect(await accounts.flowOf(shop.account, shop.site)).toEqual(flow);
    });

    test("one more origin may use a site's key, once, and only the account's own site takes it", async () => {
      const shop = await seedShop(world());
      const other = await seedShop(world());
      const { accounts, directory } = world();
      const before = (await directory.siteByKey(shop.siteKey))?.origins ?? [];

      expect(await accounts.allowOrigin(shop.account, shop.site, "https://blog.example")).toBe(true);
      expect(await accounts.allowOrigin(shop.account, shop.site, "https://blog.example")).toBe(true);
      expect(await accounts.allowOrigin(other.account, shop.site, "https://evil.example")).toBe(false);

      const after = (await directory.siteByKey(shop.siteKey))?.origins ?? [];
      expect(after.toSorted()).toEqual([...before, "https://blog.example"].toSorted());
    });

    test("a site key belongs to one account, and a number's parts to one and the same", async () => {
      const shop = await seedShop(world());
      const other = await seedShop(world());
      const { accounts } = world();
      const mixed = {
        connection: shop.connection,
        site: other.site,
        target: other.target,
        e164: aNumber("+12025550143"),
      };

      await expect(accounts.saveSite(other.account, aSite(shop.siteKey))).rejects.toBeInstanceOf(Error);
      await expect(
        accounts.saveTarget(other.account, shop.site, { e164: aNumber(), label: "x" }),
      ).rejects.toBeInstanceOf(Error);
      await expect(
        accounts.saveNumber(other.account, { ...mixed, role: "source", touch: sourceTouch }),
      ).rejects.toBeInstanceOf(Error);
    });

    test("an API key is found by its secret's hash until it expires or is revoked", async () => {
      const shop = await seedShop(world());
      const other = await seedShop(world());
      const { accounts } = world();
      const [key, hash] = aKey(shop, "report");
      await accounts.saveApiKey(key, hash);

      expect(await accounts.apiKeyByHash(hash, at("10:00"))).toEqual(key);
      expect(await accounts.apiKeyByHash(hash, at("12:00"))).toBeUndefined();
      expect(await accounts.apiKeyByHash(sha256("guess"), at("10:00"))).toBeUndefined();
      expect(await accounts.revokeApiKey(other.account, key.id)).toBe(false);
      expect(await accounts.apiKeyByHash(hash, at("10:00"))).toEqual(key);
      expect(await accounts.revokeApiKey(shop.account, key.id)).toBe(true);
      expect(await accounts.apiKeyByHash(hash, at("10:00"))).toBeUndefined();
      expect(await accounts.revokeApiKey(shop.account, key.id)).toBe(false);
    });

    test("an account's keys are listed by name, nobody else's", async () => {
      const shop = await seedShop(world());
      const other = await seedShop(world());
      const keys = ["zapier", "agency"].map((name) => aKey(shop, name));
      for (const [key, hash] of keys) await world().accounts.saveApiKey(key, hash);

      expect((await world().accounts.apiKeys(shop.account)).map(({ name }) => name)).toEqual(["agency", "zapier"]);
      expect(await world().accounts.apiKeys(other.account)).toEqual([]);
    });

    test("the audit log is told newest first, to its own account only", async () => {
      const shop = await seedShop(world());
      const other = await seedShop(world());
      const entry = { actor: "user:1", action: "recording.played", object: "recording:1", at: at("10:00") };
      const { accounts } = world();
      await accounts.audit(shop.account, { ...entry, facts: { seconds: 12, whole: false, by: "key" } });
      await accounts.audit(shop.account, { ...entry, at: at("10:01"), action: "key.revoked", facts: {} });

      const log = await accounts.auditLog(shop.account, 10);

      expect(log.map(({ action }) => action)).toEqual(["key.revoked", "recording.played"]);
      expect(log[1]).toMatchObject({ ...entry, facts: { seconds: 12, whole: false, by: "key" } });
      expect(await accounts.auditLog(shop.account, 1)).toHaveLength(1);
      expect(await accounts.auditLog(shop.account, 10, 2)).toEqual([log[1]]);
      expect(await accounts.auditLog(shop.account, 10, undefined, "play")).toEqual([log[1]]);
      expect(await accounts.auditLog(shop.account, 10, undefined, "setting")).toEqual([log[0]]);
      expect(await accounts.auditLog(shop.account, 10, 2, "setting")).toEqual([]);
      expect(await accounts.auditLog(other.account, 10, undefined, "play")).toEqual([]);
      expect(await accounts.auditLog(other.account, 10)).toEqual([]);
      await accounts.audit(shop.account, { ...entry, object: "recording:2", facts: {} });
      expect(await accounts.auditOf(shop.account, "recording:1", 10)).toEqual(log);
      expect(await accounts.auditOf(shop.account, "recording:1", 10, 2)).toEqual([log[1]]);
      expect(await accounts.auditOf(shop.account, "recording:1", 1)).toEqual([log[0]]);
      expect(await accounts.auditOf(other.account, "recording:1", 10)).toEqual([]);
    });

    test("the audit log is a chain of its account, whoever writes at once", async () => {
      const shop = await seedShop(world());
      const { accounts } = world();
      const entry = (nth: number) => ({ actor: "user:1", action: "key.used", object: `${nth}`, at: at("10:00") });
      const facts = { "ключ \u2028": 'a "quoted" \u0001 word', zero: 0, half: 0.5, yes: true };
      await Promise.all([1, 2, 3, 4, 5].map((nth) => accounts.audit(shop.account, { ...entry(nth), facts })));
      await accounts.audit((await seedShop(world())).account, { ...entry(9), facts });

      const chain = await accounts.auditChain(shop.account, 0);
      const ends = chain.map((link, nth) => checkAuditLink(chain[nth - 1] ?? chainStart, link, sha256));

      expect(chain.map(({ object }) => object).toSorted()).toEqual(["1", "2", "3", "4", "5"]);
      expect(ends.map((checked) => checked.ok)).toEqual([true, true, true, true, true]);
      expect((await accounts.auditChain(shop.account, 4)).map(({ sequence }) => sequence)).toEqual([5]);
      expect(await accounts.auditChain(shop.account, 5)).toEqual([]);
    });
  });
}

function aKey(shop: Shop, name: string): readonly [key: ApiKey, secretSha256: string] {
  const id = randomUUID();
  const expiresAt = name === "report" ? at("11:00") : instant(at("11:00") + 1);
  return [{ id, account: shop.account, name, scopes: ["calls:read", "pools:read"], expiresAt }, sha256(id)];
}
