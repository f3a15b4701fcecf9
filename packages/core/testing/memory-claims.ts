import { after, instant, type AccountId, type Instant } from "../src/index.ts";
import type { Claim, DestinationStore, Settled } from "../src/ports/index.ts";
import type { DeliveryRow, MemoryState } from "./memory-state.ts";

/** Taking deliveries on and saying what came of them. */
export function memoryClaims(state: MemoryState): Pick<DestinationStore, "due" | "claim" | "settle"> {
  const own = (account: AccountId) => state.deliveries.filter((row) => row.account === account);
  const to = (id: string) => state.destinations.find(({ destination }) => destination.id === id);
  const waiting = () => state.deliveries.filter(({ delivery }) => delivery.state === "waiting" && isOn(delivery));
  const isOn = ({ destination }: { readonly destination: string }) => to(destination)?.destination.isOn === true;
  const when = ({ delivery, claimedUntil = instant(0) }: DeliveryRow) =>
    instant(Math.max(delivery.dueAt ?? 0, claimedUntil, to(delivery.destination)?.restUntil ?? 0));
  const isFirst = (row: DeliveryRow) =>
    !waiting().some(
      (other) =>
        other.delivery.destination === row.delivery.destination &&
        other.fact.subject === row.fact.subject &&
        (other.fact.sequence < row.fact.sequence ||
          (other.fact.sequence === row.fact.sequence &&
            state.deliveries.indexOf(other) < state.deliveries.indexOf(row))),
    );
  return {
    due: async (now) => {
      const rows = waiting();
      const later = rows.map(when).filter((at) => at > now);
      return {
        accounts: [...new Set(rows.filter((row) => when(row) <= now).map(({ account }) => account))],
        nextAt: later.length === 0 ? undefined : instant(Math.min(...later)),
      };
    },
    claim: async (account, { now, leaseMs, most, mostEach, busy }: Claim) => {
      const room = new Map<string, number>();
      const picked = own(account)
        .filter((row) => row.delivery.state === "waiting" && isOn(row.delivery) && when(row) <= now && isFirst(row))
        .toSorted((a, b) => (a.delivery.dueAt ?? 0) - (b.delivery.dueAt ?? 0))
        .filter(({ delivery: { destination } }) => {
          const each = (to(destination)?.destination.failures ?? 0) > 0 ? 1 : mostEach;
          const left = room.get(destination) ?? each - (busy[destination] ?? 0);
          room.set(destination, left - 1);
          return left > 0;
        })
        .slice(0, most);
      return picked.map((row) => {
        row.claimedUntil = after(now, leaseMs);
        row.triesBegun += 1;
        const { id, destination, why, createdAt } = row.delivery;
        return { id, destination, why, createdAt, triesBefore: row.triesBegun - 1, fact: row.fact };
      });
    },
    settle: async (account, now, settled) => {
      for (const one of settled) settleOne(own(account), one);
      for (const [id, of] of Map.groupBy(settled, ({ destination }) => destination)) {
        const row = to(id);
        const said = of.filter(({ isWell }) => isWell !== undefined);
        if (row === undefined || said.length === 0) continue;
        const { failures, failingSince } = row.destination;
        if (said.some(({ isWell }) => isWell)) {
          if (failures >= 3) pullForward(own(account), id, now);
          row.destination = { ...row.destination, failures: 0, failingSince: undefined };
          row.restUntil = undefined;
        } else {
          row.destination = { ...row.destination, failures: failures + 1, failingSince: failingSince ?? now };
          row.restUntil = instant(Math.max(...said.map(({ restUntil = now }) => restUntil)));
        }
      }
    },
  };
}

function settleOne(rows: readonly DeliveryRow[], { id, state, dueAt, request, tried }: Settled): void {
  const row = rows.find(({ delivery }) => delivery.id === id && delivery.state === "waiting");
  if (row === undefined) return;
  const { delivery } = row;
  row.claimedUntil = undefined;
  if (tried === undefined && state === "waiting") row.triesBegun -= 1;
  row.delivery = {
    ...delivery,
    state,
    dueAt: state === "waiting" ? (dueAt ?? delivery.dueAt) : undefined,
    request: request ?? delivery.request,
    tries: tried === undefined ? delivery.tries : [...delivery.tries, tried],
  };
  if (state !== "waiting" || dueAt === undefined) return;
  for (const later of rows) {
    const { destination, fact, dueAt: due = 0 } = later.delivery;
    const isBehind = destination === delivery.destination && fact.subject === row.fact.subject;
    if (later.delivery.state !== "waiting" || !isBehind || fact.sequence <= row.fact.sequence || due >= dueAt) continue;
    later.delivery = { ...later.delivery, dueAt };
  }
}

/** A destination that was down is well again: what waits because of it goes at once. */
function pullForward(rows: readonly DeliveryRow[], destination: string, now: Instant): void {
  for (const row of rows) {
    const { state, dueAt = now } = row.delivery;
    const isHeld = row.delivery.destination === destination && state === "waiting" && dueAt > now;
    if (isHeld && row.claimedUntil === undefined) row.delivery = { ...row.delivery, dueAt: now };
  }
}
