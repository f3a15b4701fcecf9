import fc from "fast-check";
import { expect, test } from "vitest";
import { anId, at } from "../../testing/index.ts";
import { day, instant } from "../time.ts";
import { defaultLengths, leaseState, type Lease, type LeaseState } from "./index.ts";

const lease = (over: Partial<Lease> = {}): Lease => ({
  number: anId("number"),
  visit: anId("ann"),
  firm: true,
  lastSeenAt: at("10:00"),
  until: at("10:05"),
  ...over,
});
const never = lease({ visit: undefined, lastSeenAt: undefined, until: undefined });
const yesterday = lease({ until: instant(at("10:05") - day) });

const table: [why: string, Lease, now: string, LeaseState][] = [
  ["nobody ever held it", never, "10:00", "free"],
  ["lent a moment ago, no proof of life yet", lease({ firm: false, until: at("10:00:05") }), "10:00:04", "provisional"],
  ["no proof of life came", lease({ firm: false, until: at("10:00:05") }), "10:00:05", "resting"],
  ["a sign of life within a heartbeat and a half", lease(), "10:00:45", "active"],
  ["silent for longer", lease(), "10:00:46", "grace"],
  ["firm, but no sign of life is known", lease({ lastSeenAt: undefined }), "10:00:01", "grace"],
  ["the lease just ended", lease(), "10:05", "resting"],
  ["rested nearly a day", yesterday, "10:04:59", "resting"],
  ["rested a day", yesterday, "10:05", "free"],
];

test.each(table)("%s", (_why, given, now, state) => {
  expect(leaseState(given, defaultLengths, at(now))).toBe(state);
});

test("time alone only moves a lease on: provisional or active, grace, resting, free", () => {
  const order: readonly LeaseState[] = ["provisional", "active", "grace", "resting", "free"];
  const moment = fc.nat(3 * day).map(instant);
  fc.assert(
    fc.property(fc.boolean(), moment, moment, moment, moment, (firm, lastSeenAt, until, one, other) => {
      const given = lease({ firm, lastSeenAt, until });
      const stateAt = (now: number) => order.indexOf(leaseState(given, defaultLengths, instant(now)));
      expect(stateAt(Math.min(one, other))).toBeLessThanOrEqual(stateAt(Math.max(one, other)));
    }),
  );
});
