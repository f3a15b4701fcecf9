import { hour, minute } from "../src/index.ts";
import type { AccountId, ConnectionId, E164, Instant, NumberId, PoolId, SiteId, TargetNumberId } from "../src/index.ts";
import type { Touch } from "../src/attribution/index.ts";
import { planLease, type LeasePlan, type NumberPool, type VisitToServe } from "../src/number-pool/index.ts";
import { aCallFlow, aNumber } from "./build-call.ts";
import { aTouch } from "./build-touch.ts";
import { aVisitToServe } from "./build-visit.ts";
import type { World } from "./world.ts";

/** What a shop starts with. Every test seeds its own, so a suite can run all its tests in one world. */
export interface ShopOptions {
  /** One entry per number of the pool: its slice. Default two of `any`. */
  readonly slices?: readonly string[];
  readonly exclusive?: boolean;
  /** The area code of each number of the pool, one entry for each of them. Default the shop's own. */
  readonly areas?: readonly string[];
}

/** One tracking number of a shop. */
export interface NumberOfShop {
  readonly id: NumberId;
  readonly e164: E164;
}

/** An account with one site, one target number, one pool and one source number. */
export interface Shop {
  readonly account: AccountId;
  readonly connection: ConnectionId;
  readonly site: SiteId;
  readonly siteKey: string;
  readonly target: TargetNumberId;
  readonly pool: NumberPool;
  /** The pool's numbers in the order of `slices`. */
  readonly numbers: readonly NumberOfShop[];
  readonly source: NumberOfShop;
}

/** What a call on every shop's source number says. */
export const sourceTouch: Touch = aTouch({ campaign: undefined, keyword: undefined, clickId: undefined });

/** Where the numbers of this run begin: +1, then seven digits per shop, then three per number. */
// Area codes of the United States: where calls may go depends on the country of a shop's own number.
const areaCodes = [212, 303, 312, 404, 415, 512, 602, 702, 713, 808];
const areaCode = areaCodes[Math.floor(Math.random() * areaCodes.length)] ?? 212;
// Behind an area code stands no 0 and no 1: nobody could have such a number.
const firstShop = areaCode * 10_000 + 2_000 + Math.floor(Math.random() * 7_000);
let shops = 0;

/** Seeds an account through the accounts port, with keys and numbers no other shop has. */
export async function seedShop(
  world: World,
  { slices = ["any", "any"], exclusive = false, areas = [] }: ShopOptions = {},
): Promise<Shop> {
  const { accounts } = world;
  const nth = firstShop + (shops += 1);
  const account = await accounts.createAccount(`Shop ${nth}`);
  const connection = await accounts.saveConnection(aConnection(account, nth));
  const siteKey = `shop-${nth}`;
  const site = await accounts.saveSite(account, aSite(siteKey));
  const target = await accounts.saveTarget(account, site, { e164: aNumber(`+1${nth}998`), label: "Shop" });
  const pool = await accounts.savePool(account, { ...lengths, site, target, name: "Pool", exclusive });
  const place = { connection, site, target };
  const numbers: NumberOfShop[] = [];
  for (const [index, slice] of slices.entries()) {
    const own = String(nth);
    const e164 = aNumber(`+1${areas[index] ?? own.slice(0, 3)}${own.slice(3)}${String(index).padStart(3, "0")}`);
    await accounts.saveNumber(account, { ...place, e164, role: "pool", pool, slice });
    numbers.push({ id: await numberId(world, connection, e164), e164 });
  }
  const e164 = aNumber(`+1${nth}999`);
  await accounts.saveNumber(account, { ...place, e164, role: "source", touch: sourceTouch });
  const source = { id: await numberId(world, connection, e164), e164 };
  return { account, connection, site, siteKey, target, pool: await poolOf(world, account, pool), numbers, source };
}

const lengths = { provisionalMs: 5_000, graceMs: 5 * minute, restMs: 24 * hour } as const;

/** A connection to the fake carrier, different for every `nth`. */
export function aConnection(
  account: AccountId,
  nth: number | string,
): Parameters<World["accounts"]["saveConnection"]>[0] {
  const apiBase = "http://127.0.0.1:1";
  return { account, carrier: "fake", carrierAccount: `AC${nth}`, secret: `secret ${nth}`, apiBase };
}

/** A site in California under opt-in. */
export function aSite(key: string): Parameters<World["accounts"]["saveSite"]>[1] {
  const origins = ["https://plumber.example"];
  return { key, name: `Site ${key}`, origins, regime: "opt-in", flow: aCallFlow(), businessPlaces: ["US-CA"] };
}

/** A plan of the core for a visit to this shop; by default a firm one from a Google ad. */
export function planFor(shop: Shop, now: Instant, visit: Partial<VisitToServe> = {}): LeasePlan {
  return planLease(shop.pool, aVisitToServe({ isFirm: true, ...visit }), now);
}

async function numberId({ directory }: World, connection: ConnectionId, e164: E164): Promise<NumberId> {
  const route = await directory.routeByNumber(connection, e164);
  if (route === undefined) throw new Error("A number that was just seeded has no route.");
  return route.number;
}

async function poolOf({ pools }: World, account: AccountId, id: PoolId): Promise<NumberPool> {
  const pool = (await pools.poolsOf(account)).find((candidate) => candidate.id === id);
  if (pool === undefined) throw new Error("A pool that was just seeded is not there.");
  return pool;
}
