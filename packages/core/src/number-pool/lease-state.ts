import { between, minute, second, type Instant } from "../time.ts";
import type { Lease, LeaseState, NumberPool } from "./pool.ts";

/** A visible page sends a sign of life this often. */
export const heartbeatMs = 30 * second;

/** Silence longer than this means the page is hidden or gone: one and a half heartbeats. */
const silentMs = 1.5 * heartbeatMs;

/** Says where a number is in its life at `now`. */
export function leaseState(lease: Lease, pool: Pick<NumberPool, "restMs">, now: Instant): LeaseState {
  if (lease.until === undefined) return "free";
  if (lease.until <= now) return between(lease.until, now) >= pool.restMs ? "free" : "resting";
  if (!lease.firm) return "provisional";
  return lease.lastSeenAt !== undefined && between(lease.lastSeenAt, now) <= silentMs ? "active" : "grace";
}

/** The lengths a new pool starts with (design: provisional 5 s, grace 5 min, rest one day). */
export const defaultLengths = { provisionalMs: 5 * second, graceMs: 5 * minute, restMs: 24 * 60 * minute } as const;
