import type { NumberShown, PoolState } from "@ringtrail/api-contract";
import { callId } from "./sample-calls.ts";

/** A pool with a number in every state. */
export function aPool(now: Date): PoolState {
  const number = (last: number, state: NumberShown["state"], slice: string, leftSeconds?: number): NumberShown => ({
    id: callId(710 + last),
    e164: `+1415555010${last}`,
    state,
    slice,
    sharers: last === 2 ? 1 : 0,
    ...(leftSeconds === undefined ? {} : { until: new Date(now.getTime() + leftSeconds * 1000).toISOString() }),
  });
  return {
    id: callId(700),
    site: callId(800),
    name: "Main number",
    target: { id: callId(701), e164: "+14155550100" },
    exclusive: false,
    provisionalMs: 5_000,
    graceMs: 300_000,
    restMs: 86_400_000,
    lossProbability: 0.012,
    demand: {
      busyHour: new Date(now.getTime() - 26 * 3_600_000).toISOString(),
      visitsPerHour: 22,
      stayMs: 210_000,
      offeredLoad: 3.1,
      isNearlyFull: false,
    },
    sizes: [
      { numbers: 6, loss: 0.058, accuracy: 0.62, monthly: { cents: 690, currency: "USD" } },
      { numbers: 8, loss: 0.012, accuracy: 0.65, monthly: { cents: 920, currency: "USD" } },
      { numbers: 11, loss: 0.001, monthly: { cents: 1265, currency: "USD" } },
    ],
    numbers: [
      number(1, "active", "paid_search", 290),
      number(2, "active", "paid_search", 240),
      number(3, "provisional", "paid_search", 4),
      number(4, "grace", "organic_search", 131),
      number(5, "resting", "organic_search"),
      number(6, "resting", "any"),
      number(7, "free", "any"),
      number(8, "free", "direct"),
      number(9, "source", "email"),
    ],
  };
}
