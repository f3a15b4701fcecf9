import { err, instant, ok, type AccountId } from "../src/index.ts";
import type { Delivery, DestinationStore, Fact } from "../src/ports/index.ts";
import { memoryClaims } from "./memory-claims.ts";
import { deliver, noteFact, wants } from "./memory-outbox.ts";
import type { MemoryState } from "./memory-state.ts";

type Rows = Omit<DestinationStore, "due" | "claim" | "settle">;

/** The destinations port in memory. */
export function memoryDestinationStore(state: MemoryState): DestinationStore {
  return { ...rows(state), ...memoryClaims(state) };
}

function rows(state: MemoryState): Rows {
  const find = (account: AccountId, id: string) =>
    state.destinations.find((row) => row.account === account && row.destination.id === id);
  const log = (account: AccountId, id: string) =>
    state.deliveries.find((row) => row.account === account && row.delivery.id === id);
  const again = (account: AccountId, id: string, facts: readonly Fact[], why: Delivery["why"], now = instant(0)) => {
    const to = find(account, id)?.destination;
    if (to === undefined || !to.isOn) return [];
    const waits = (fact: Fact) =>
      state.deliveries.some(
        (row) => row.delivery.destination === id && row.fact.id === fact.id && row.delivery.state === "waiting",
      );
    return facts.filter((fact) => !waits(fact)).map((fact) => deliver(state, account, to, fact, why, now));
  };
  return {
    saveDestination: async (account, wish, at, secret) => {
      const known = find(account, wish.id);
      const well = { failures: 0, failingSince: undefined };
      if (known === undefined) {
        const secrets = secret === undefined ? [] : [secret];
        state.destinations.push({ account, destination: { ...wish, ...well, createdAt: at }, secrets, oldUntil: at });
        return;
      }
      known.destination = { ...known.destination, ...wish, ...well };
      if (secret !== undefined) known.secrets = [secret];
    },
    destinations: async (account) =>
      state.destinations
        .filter((row) => row.account === account)
        .map(({ destination }) => destination)
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    destination: async (account, id) => find(account, id)?.destination,
    removeDestination: async (account, id) => {
      const row = find(account, id);
      if (row === undefined) return false;
      state.destinations.splice(state.destinations.indexOf(row), 1);
      state.deliveries = state.deliveries.filter(({ delivery }) => delivery.destination !== id);
      return true;
    },
    secretsOf: async (account, id, now) => {
      const row = find(account, id);
      return row === undefined ? [] : row.secrets.slice(0, row.oldUntil > now ? 2 : 1);
    },
    replaceSecret: async (account, id, secret, oldUntil) => {
      const row = find(account, id);
      if (row === undefined) return false;
      Object.assign(row, { secrets: [secret, ...row.secrets], oldUntil });
      return true;
    },
    quietTimes: async (account, mailbox) => state.quiet.get(`${account} ${mailbox.toLowerCase()}`),
    saveQuietTimes: async (account, mailbox, quiet) => {
      const key = `${account} ${mailbox.toLowerCase()}`;
      if (quiet === undefined) state.quiet.delete(key);
      else state.quiet.set(key, quiet);
    },
    noteFact: async (account, fact) => noteFact(state, account, fact),
    deliveries: async (account, { cursor, limit, destination, state: wanted, subject }) => {
      const start = cursor === undefined ? undefined : /^(\d+)\.([0-9a-f-]{36})$/.exec(cursor);
      if (start === null) return err({ code: "cursor_malformed" });
      const all = state.deliveries
        .filter((row) => row.account === account)
        .map(({ delivery }) => delivery)
        .filter((one) => destination === undefined || one.destination === destination)
        .filter((one) => wanted === undefined || one.state === wanted)
        .filter((one) => subject === undefined || one.fact.subject === subject)
        .toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
      const from = start === undefined ? 0 : all.findIndex(({ id }) => id === start[2]) + 1;
      const shown = all.slice(from, from + limit);
      const last = all.length > from + limit ? shown.at(-1) : undefined;
      return ok({ deliveries: shown, next: last && `${last.createdAt}.${last.id}` });
    },
    delivery: async (account, id) => log(account, id)?.delivery,
    replayDelivery: async (account, id, now) => {
      const row = log(account, id);
      return row !== undefined && again(account, row.delivery.destination, [row.fact], "replay", now).length > 0;
    },
    replayPeriod: async (account, id, { from, before }, now) => {
      const to = find(account, id)?.destination;
      const facts = state.facts
        .filter((row) => row.account === account && row.fact.kind !== "test")
        .map(({ fact }) => fact)
        .filter((fact) => fact.at >= from && fact.at < before && to !== undefined && wants(to, fact));
      return again(account, id, facts, "replay", now).length;
    },
    sendTest: async (account, id, now) => {
      noteFact(state, account, { kind: "test", subject: crypto.randomUUID(), at: now, about: {} });
      const fact = state.facts.at(-1)?.fact;
      return fact && again(account, id, [fact], "test", now)[0];
    },
    forgetFacts: async (account, before) => {
      const old = state.facts.filter((row) => row.account === account && row.fact.at < before);
      state.facts = state.facts.filter((row) => !old.includes(row));
      state.deliveries = state.deliveries.filter((row) => !old.some(({ fact }) => fact.id === row.fact.id));
      return old.length;
    },
  };
}
