import { between, minute, second, type AccountId, type Instant, type Milliseconds } from "@ringtrail/core";
import type { ClaimedDelivery, Destination, DestinationStore } from "@ringtrail/core/ports";
import type { Outcome } from "@ringtrail/destinations";
import { describeError } from "../describe-error.ts";
import type { Log } from "../log.ts";
import type { DeliveryKinds } from "./deliver-to.ts";
import { collectSettled } from "./collect-settled.ts";
import { makeBell } from "./make-bell.ts";
import { settleOutcome } from "./settle-outcome.ts";

/** What delivering needs. */
export interface DeliveryParts {
  readonly store: DestinationStore;
  readonly kinds: DeliveryKinds;
  readonly now: () => Instant;
  readonly draw: () => number;
  readonly log: Log;
  /** Deliveries under way in this process, and to one destination. Default 128 and 64. */
  readonly most?: number;
  readonly mostEach?: number;
}

/** Deliveries that go on until they are stopped. */
export interface KeptDelivering {
  /** Something new may be due. */
  readonly wake: () => void;
  /** Takes on nothing more and finishes what is under way. */
  readonly stop: () => Promise<void>;
}

/** Longer than any attempt: a claim that outlives it belongs to a process that died. */
const leaseMs: Milliseconds = minute;
const longestSleepMs: Milliseconds = 30 * second;

/**
 * Delivers what is due, again and again. Any number of processes may do so at once: each claims what no other has, and
 * what a process had when it died is claimed anew when its lease is over.
 */
export function keepDelivering(parts: DeliveryParts): KeptDelivering {
  const { store, kinds, now, draw, log, most = 128, mostEach = 64 } = parts;
  const bell = makeBell();
  const settled = collectSettled(store, now, log);
  const busy = new Map<string, number>();
  /** What this process is at: a lease that ran out meanwhile is no reason to do it twice. */
  const underWay = new Set<string>();
  let isStopped = false;

  const work = async (account: AccountId, claimed: ClaimedDelivery, to: KnownDestination): Promise<void> => {
    const beganAt = now();
    const outcome = await attempt(kinds, account, claimed, to, beganAt, log);
    const attemptMade = { outcome, beganAt, endedAt: now(), draws: [draw(), draw()] } as const;
    await settled.add(account, settleOutcome(claimed, to.destination, attemptMade));
  };
  const begin = (account: AccountId, claimed: ClaimedDelivery, to: KnownDestination): void => {
    const { id, destination } = claimed;
    if (underWay.has(id)) return;
    const count = (by: number) => {
      busy.set(destination, (busy.get(destination) ?? 0) + by);
      if (busy.get(destination) === 0) busy.delete(destination);
    };
    underWay.add(id);
    count(1);
    void work(account, claimed, to).finally(() => {
      underWay.delete(id);
      count(-1);
      bell.ring();
    });
  };
  /** Claims for one account. Answers whether there may be more. */
  const takeOn = async (account: AccountId): Promise<boolean> => {
    const room = most - underWay.size;
    const claim = { now: now(), leaseMs, most: room, mostEach, busy: Object.fromEntries(busy) };
    const claimed = await store.claim(account, claim);
    const known = new Map<string, KnownDestination | undefined>();
    for (const id of new Set(claimed.map((one) => one.destination))) {
      known.set(id, await know(store, account, id, claim.now));
    }
    for (const one of claimed) {
      const to = known.get(one.destination);
      if (to !== undefined) begin(account, one, to);
    }
    return claimed.length > 0;
  };
  const turn = async (): Promise<Milliseconds> => {
    const due = await store.due(now());
    let mayBeMore = false;
    for (const account of due.accounts) {
      if (isStopped || underWay.size >= most) break;
      mayBeMore = (await takeOn(account)) || mayBeMore;
    }
    if (mayBeMore && underWay.size < most) return 0;
    // What is due and was not claimed waits for something under way, here or elsewhere.
    if (due.accounts.length > 0) return second;
    const nextMs = due.nextAt === undefined ? longestSleepMs : between(now(), due.nextAt);
    return Math.min(longestSleepMs, Math.max(20, nextMs));
  };
  const loop = async (): Promise<void> => {
    while (!isStopped) {
      const sleepMs = await turn().catch((error: unknown) => {
        log.warn(describeError(error), "deliveries wait for the database");
        return second;
      });
      if (sleepMs > 0) await bell.wait(sleepMs);
    }
  };
  const ended = loop();
  return {
    wake: bell.ring,
    stop: async () => {
      isStopped = true;
      bell.ring();
      await ended;
      while (underWay.size > 0) await bell.wait(second);
    },
  };
}

interface KnownDestination {
  readonly destination: Destination;
  readonly secrets: readonly string[];
}

async function know(
  store: DestinationStore,
  account: AccountId,
  id: string,
  now: Instant,
): Promise<KnownDestination | undefined> {
  const [destination, secrets] = await Promise.all([store.destination(account, id), store.secretsOf(account, id, now)]);
  return destination && { destination, secrets };
}

async function attempt(
  kinds: DeliveryKinds,
  account: AccountId,
  { fact }: ClaimedDelivery,
  { destination, secrets }: KnownDestination,
  at: Instant,
  log: Log,
): Promise<Outcome> {
  const deliver = kinds.get(destination.kind);
  if (deliver === undefined) return { kind: "failed", request: "", trouble: "kind_unknown", isOwnFault: true };
  try {
    return await deliver({ account, destination, fact, secrets, at });
  } catch (error) {
    log.error({ destination: destination.id, ...describeError(error) }, "a delivery broke");
    return { kind: "failed", request: "", trouble: "failed", isOwnFault: true };
  }
}
