import type { Instant, Milliseconds } from "../time.ts";
import type { Cursor } from "./call-store.ts";
import type { Fact } from "./fact.ts";

/** One attempt to deliver. `answer` holds the beginning of what the other side said. */
export interface DeliveryTry {
  readonly at: Instant;
  readonly tookMs: Milliseconds;
  readonly status?: number | undefined;
  /** A permanent code: why there was no good answer. */
  readonly trouble?: string | undefined;
  readonly answer?: string | undefined;
  readonly isCut?: boolean | undefined;
}

/** Where a delivery stands. `skipped`: there was nothing to send to this destination after all. */
export type DeliveryState = "waiting" | "delivered" | "skipped" | "dead";

/** One sending of one fact to one destination. */
export interface Delivery {
  readonly id: string;
  readonly destination: string;
  readonly fact: Pick<Fact, "id" | "kind" | "subject" | "sequence" | "at">;
  readonly why: "live" | "replay" | "test";
  readonly state: DeliveryState;
  readonly createdAt: Instant;
  /** When it is tried next; undefined when it is not. */
  readonly dueAt: Instant | undefined;
  /** The body that was sent last, callers masked; undefined before the first attempt. */
  readonly request: string | undefined;
  /** Every attempt, oldest first. */
  readonly tries: readonly DeliveryTry[];
}

/** A delivery somebody has taken on: nobody else gets it until the lease is over. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly destination: string;
  readonly why: Delivery["why"];
  readonly createdAt: Instant;
  /** Attempts before this one. */
  readonly triesBefore: number;
  readonly fact: Fact;
}

/** How much may be claimed at once. */
export interface Claim {
  readonly now: Instant;
  readonly leaseMs: Milliseconds;
  readonly most: number;
  /** At most this many of one destination; one that fails gets one at a time. */
  readonly mostEach: number;
  /** What the asking process has under way, by destination. */
  readonly busy: Readonly<Record<string, number>>;
}

/** What came of a claimed delivery. */
export interface Settled {
  readonly id: string;
  readonly destination: string;
  readonly state: DeliveryState;
  /** When a waiting one is due again. */
  readonly dueAt?: Instant | undefined;
  readonly request?: string | undefined;
  /** Undefined when nothing was sent. */
  readonly tried?: DeliveryTry | undefined;
  /** Whether the destination itself did its part; undefined says nothing about it. */
  readonly isWell?: boolean | undefined;
  /** Not before this instant is a failing destination asked again. */
  readonly restUntil?: Instant | undefined;
}

/** Which deliveries, and where the page begins. */
export interface DeliveryQuery {
  readonly cursor: Cursor;
  readonly limit: number;
  readonly destination?: string | undefined;
  readonly state?: DeliveryState | undefined;
  /** Of this subject alone: a call. */
  readonly subject?: string | undefined;
}

/** A page of deliveries, newest first; `next` is undefined on the last one. */
export interface DeliveryPage {
  readonly deliveries: readonly Delivery[];
  readonly next: Cursor;
}
