import {
  usualLimits,
  type NumberOrder,
  type NumberPlace,
  type NumberStore,
  type RentedNumber,
} from "../src/ports/index.ts";
import { memoryStrays } from "./memory-strays.ts";
import { isWithinRent } from "../src/number-pool/index.ts";
import { foldCall } from "../src/call-flow/index.ts";
import { err, ok, type AccountId } from "../src/index.ts";
import { demand, type MemoryState, type NumberRow } from "./memory-state.ts";

/** Numbers as things that are rented, in memory. */
export function memoryNumberStore(state: MemoryState): NumberStore {
  const find = (account: AccountId, id: string) =>
    state.numbers.find((row) => row.account === account && row.id === id);
  const openOf = (account: AccountId): readonly NumberOrder[] =>
    state.orders.filter((row) => row.account === account && row.isOpen).map(({ order }) => order);
  const limitsOf = (account: AccountId) => state.limits.get(account) ?? usualLimits;
  return {
    rented: async (account) =>
      state.numbers
        .filter((row) => row.account === account)
        .toSorted((a, b) => (a.e164 < b.e164 ? -1 : 1))
        .map(rentedOf),
    openOrder: async (account, order) => {
      const same = openOf(account).find((one) => one.connection === order.connection && one.e164 === order.e164);
      if (same !== undefined) return ok(same);
      const inUse = state.numbers.filter((row) => row.account === account && row.releasedAt === undefined);
      const { mostNumbers } = limitsOf(account);
      if (inUse.length + openOf(account).length >= mostNumbers) {
        return err({ code: "number_limit_reached", most: mostNumbers });
      }
      const { mostRent } = limitsOf(account);
      const rents = [...inUse, ...openOf(account)].map(({ rent }) => rent);
      if (mostRent !== undefined && !isWithinRent(mostRent, rents, order.rent)) {
        return err({ code: "spend_limit_reached", most: mostRent });
      }
      state.orders.push({ account, order, isOpen: true });
      return ok(order);
    },
    settleOrder: async (account, id) => {
      const found = state.orders.find((row) => row.account === account && row.order.id === id);
      if (found !== undefined) found.isOpen = false;
    },
    openOrders: async (account) => openOf(account),
    noteRent: async (account, number, { carrierRef, rent }) => {
      Object.assign(demand(find(account, number), "number"), { carrierRef, rent });
    },
    markTakes: async (account, number, takes) => {
      const row = find(account, number);
      if (row === undefined || row.restsUntil !== undefined) return false;
      row.takes = takes;
      return true;
    },
    rest: async (account, number, until) => {
      const row = find(account, number);
      if (row === undefined || row.restsUntil !== undefined) return false;
      row.restsUntil = until;
      row.lease = { ...row.lease, visit: undefined, firm: false, lastSeenAt: undefined, until: undefined };
      return true;
    },
    release: async (account, number, at) => {
      const row = find(account, number);
      if (row?.restsUntil === undefined || row.releasedAt !== undefined) return false;
      row.releasedAt = at;
      return true;
    },
    limits: async (account) => limitsOf(account),
    saveLimits: async (account, limits) => void state.limits.set(account, limits),
    calledMs: async (account, since) =>
      state.calls
        .filter((row) => row.account === account && row.rangAt >= since)
        .reduce((sum, { events }) => sum + foldCall(events).lengthMs, 0),
    noteStray: async (account, call) => void state.strays.push({ account, ...call }),
    strays: async (account, since) => memoryStrays(state, account, since),
  };
}

function rentedOf(row: NumberRow): RentedNumber {
  const {
    id: number,
    e164,
    connection,
    site,
    target,
    role,
    carrierRef,
    rent,
    takes = [],
    restsUntil,
    releasedAt,
  } = row;
  const place: NumberPlace =
    "pool" in role ? { site, target, role: "pool", ...role } : { site, target, role: "source", ...role };
  return { number, e164, connection, place, carrierRef, rent, takes, restsUntil, releasedAt };
}
