export { erlangB, offeredLoad } from "./erlang-b.ts";
export { defaultLengths, heartbeatMs, leaseState } from "./lease-state.ts";
export { planLease } from "./plan-lease.ts";
export type { LeasePlan, VisitToServe } from "./plan-lease.ts";
export type { Lease, LeaseState, Lent, NumberPool, ShownHow, Slice } from "./pool.ts";
