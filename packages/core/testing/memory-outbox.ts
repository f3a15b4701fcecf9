import { randomUUID } from "node:crypto";
import { foldCall, ringing, stateTold } from "../src/call-flow/index.ts";
import { instant, type AccountId, type Instant } from "../src/index.ts";
import type { CallTold, Delivery, Destination, Fact, FactKind } from "../src/ports/index.ts";
import type { MemoryState } from "./memory-state.ts";

/** The stores' own clock, as a database has one. */
export const storeNow = (): Instant => instant(Date.now());

/** Writes a fact down behind the others of its subject, and a delivery to everybody who wants it. */
export function noteFact(
  state: MemoryState,
  account: AccountId,
  told: Pick<Fact, "kind" | "subject" | "at" | "about"> & { readonly key?: string },
): boolean {
  const { kind, subject, key, at, about } = told;
  const own = state.facts.filter((row) => row.account === account && row.fact.subject === subject);
  if (key !== undefined && own.some((row) => row.key === key && row.fact.kind === kind)) return false;
  const call = callTold(state, account, subject, about);
  const fact: Fact = { id: randomUUID(), kind, subject, sequence: own.length + 1, at, call, about };
  state.facts.push({ account, key, fact });
  for (const row of state.destinations.filter((one) => one.account === account)) {
    if (row.destination.isOn && wants(row.destination, fact)) deliver(state, account, row.destination, fact, "live");
  }
  return true;
}

/** Tells facts about a call that are seen in the call itself. */
export function noteCall(
  state: MemoryState,
  account: AccountId,
  call: string,
  kinds: readonly FactKind[],
  at: Instant,
): void {
  for (const kind of kinds) noteFact(state, account, { kind, subject: call, at, about: {} });
}

export function wants({ facts, site }: Destination, { kind, call, about }: Fact): boolean {
  return facts.includes(kind) && (site === undefined || site === (call?.site ?? about["site"]));
}

/** Makes a delivery, due at once. */
export function deliver(
  state: MemoryState,
  account: AccountId,
  { id: destination }: Destination,
  fact: Fact,
  why: Delivery["why"],
  now: Instant = storeNow(),
): string {
  const id = randomUUID();
  const { kind, subject, sequence, at } = fact;
  const told = { id: fact.id, kind, subject, sequence, at };
  const delivery: Delivery = {
    id,
    destination,
    fact: told,
    why,
    state: "waiting",
    createdAt: now,
    dueAt: now,
    request: undefined,
    tries: [],
  };
  state.deliveries.push({ account, fact, delivery, claimedUntil: undefined, triesBegun: 0 });
  return id;
}

function callTold(state: MemoryState, account: AccountId, id: string, more: Fact["about"]): CallTold | undefined {
  const row = state.calls.find((call) => call.account === account && call.id === id);
  if (row === undefined) return undefined;
  const number = state.numbers.find((one) => one.account === account && one.id === row.number);
  const site = state.sites.find((one) => one.account === account && one.id === row.site);
  if (number === undefined || site === undefined) throw new Error("A call's number and site are the account's own.");
  const { rangAt, healed, match, sourceTouch, events } = row;
  if (row.isHealthcare === true) {
    const none = { number: undefined, match: undefined, sourceTouch: undefined, value: undefined };
    const told = { site: row.site, siteName: "", rangAt, healed: false, isHealthcare: true };
    return { ...none, ...told, state: stateTold(ringing), more: {} };
  }
  const candidates = match?.candidates.slice(0, 5).map((one) => ({ ...one, factors: [] })) ?? [];
  return {
    number: number.e164,
    site: row.site,
    siteName: site.name,
    rangAt,
    healed,
    isHealthcare: site.flow.isHealthcare === true,
    state: stateTold(foldCall(events)),
    match: match && { ...match, candidates },
    sourceTouch,
    value: state.values.get(`${account} ${id}`),
    more: more as CallTold["more"],
  };
}
