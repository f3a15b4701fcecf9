import type { CallId, Instant, NumberId } from "@ringtrail/core";
import { after, instant, minute, second, day } from "@ringtrail/core";
import type { Touch } from "@ringtrail/core/attribution";
import { aCall, aMatch, aTouch, anId, at, type Shop } from "@ringtrail/core/testing";
import type { Stores } from "../../src/create-stores.ts";

/** A page that was opened, as a web server's access log has it. */
export interface Hit {
  readonly at: Instant;
  readonly touch: Touch;
}

/** A call with the truth an attacker is after. */
export interface ClinicCall {
  readonly ref: string;
  readonly rangAt: Instant;
  readonly touch: Touch;
  readonly lengthMs: number;
}

/** Some weeks of a clinic: everybody who came to its pages, and who of them called. */
export interface ClinicWeeks {
  readonly hits: readonly Hit[];
  readonly calls: readonly ClinicCall[];
}

/** Ways to a clinic, and how much of all visits come by each. */
export type Ways = readonly (readonly [touch: Touch, weight: number])[];

const usualWays: Ways = [
  [aTouch({ channel: "paid_search", source: "google", medium: "cpc", campaign: "brand", keyword: "dentist" }), 26],
  [aTouch({ channel: "paid_search", source: "google", medium: "cpc", campaign: "brand", keyword: "clinic" }), 14],
  [aTouch({ channel: "paid_search", source: "google", medium: "cpc", campaign: "implants", keyword: "implant" }), 12],
  [aTouch({ channel: "paid_search", source: "google", medium: "cpc", campaign: "fear", keyword: "sedation" }), 8],
  [aTouch({ channel: "paid_search", source: "google", medium: "cpc", campaign: "fear", keyword: "hiv" }), 1],
  [
    aTouch({ channel: "organic_search", source: "google", medium: "organic", campaign: undefined, keyword: undefined }),
    20,
  ],
  [
    aTouch({ channel: "organic_search", source: "bing", medium: "organic", campaign: undefined, keyword: undefined }),
    8,
  ],
  [
    aTouch({
      channel: "referral",
      source: "health.example",
      medium: "referral",
      campaign: undefined,
      keyword: undefined,
    }),
    9,
  ],
  [
    aTouch({
      channel: "referral",
      source: "rare.example",
      medium: "referral",
      campaign: undefined,
      keyword: undefined,
    }),
    2,
  ],
];

/** A page brings a call in so many visits. */
const visitsPerCall = 20;

/** The weeks begin on the Monday of every test. */
export const firstDay: Instant = at("00:00");

/** Makes weeks up: visits spread over the days, one in twenty calls within some minutes. The same for the same seed. */
export function clinicWeeks(weeks: number, callsPerWeek: number, seed: number, ways = usualWays): ClinicWeeks {
  const random = drawsOf(seed);
  const total = ways.reduce((sum, [, weight]) => sum + weight, 0);
  const pick = (): Touch => {
    let left = random() * total;
    return (ways.find(([, weight]) => (left -= weight) < 0) ?? ways[0])?.[0] ?? aTouch();
  };
  const hits = Array.from({ length: weeks * callsPerWeek * visitsPerCall }, () => {
    const ofDay = 8 * 60 * minute + random() * 10 * 60 * minute;
    return { at: after(firstDay, Math.floor(random() * weeks * 7) * day + Math.floor(ofDay)), touch: pick() };
  }).toSorted((a, b) => a.at - b.at);
  const calls = hits
    .filter(() => random() < 1 / visitsPerCall)
    .map((hit) => ({
      rangAt: instant(hit.at + Math.floor(-Math.log(1 - random()) * 4 * minute)),
      touch: hit.touch,
      lengthMs: Math.floor(random() * 8) * minute + 20 * second,
    }))
    .toSorted((a, b) => a.rangAt - b.rangAt)
    .map((call, nth) => ({ ...call, ref: `clinic ${nth}` }));
  return { hits, calls };
}

/** Takes the calls in as the server does: each rings, is credited to the number of its source, and ends. */
export async function takeCalls(
  { calls: store }: Pick<Stores, "calls">,
  { account, connection, site }: Shop,
  { calls, isHealthcare }: { readonly calls: readonly ClinicCall[]; readonly isHealthcare: boolean },
  number: NumberId,
): Promise<ReadonlyMap<string, CallId>> {
  const ids = new Map<string, CallId>();
  const take = async ({ ref, rangAt, touch, lengthMs }: ClinicCall): Promise<void> => {
    const id = isHealthcare ? (crypto.randomUUID() as string as CallId) : anId<CallId>(`${site} ${ref}`);
    const call = aCall({ id, connection, site, number, carrierRef: ref, rangAt });
    await store.ring(account, isHealthcare ? { ...call, isHealthcare } : call);
    await store.saveMatch(account, id, aMatch({ candidates: [], nobody: 0 }), touch);
    const at = after(rangAt, lengthMs);
    if (isHealthcare) await store.append(account, id, { kind: "ended", at, key: "e", end: "answered", lengthMs });
    ids.set(ref, id);
  };
  // One after the other, as they rang: what the order tells is what the attack looks for.
  for (const call of calls) await take(call);
  return ids;
}

/** Draws between 0 and 1 (mulberry32): the same for the same seed. */
function drawsOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
