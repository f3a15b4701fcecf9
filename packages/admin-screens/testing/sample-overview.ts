import type { OverviewDay, OverviewRow, OverviewShown, OverviewTotals } from "@ringtrail/api-contract";

/** The last thirty days of an account without calls. */
export function anEmptyOverview(to = "2026-11-26"): OverviewShown {
  return {
    timeZone: "UTC",
    isTimeZoneChosen: false,
    otherCurrencies: [],
    total: totals(daysUntil(to, 30), 0),
    before: totals(daysUntil(dayBefore(to, 30), 30), 0),
    days: [],
    channels: [],
    sources: [],
    keywords: [],
    landingPages: [],
  };
}

const shares = [
  ["paid_search", 0.42],
  ["organic_search", 0.26],
  ["maps", 0.12],
  ["direct", 0.09],
  ["ai_assistant", 0.04],
] as const;

/** Thirty busy days: more calls on weekdays, most of them from ads, a few of nobody we know. */
export function anOverview(to: string): OverviewShown {
  const days = daysUntil(to, 30).map(aDay);
  const calls = days.reduce((sum, day) => sum + day.calls, 0);
  const paid = { cost: 1_840.5, costPerCall: 1_840.5 / calls };
  return {
    ...anEmptyOverview(to),
    timeZone: "America/Chicago",
    isTimeZoneChosen: true,
    currency: "USD",
    total: { ...totals(daysUntil(to, 30), calls), value: 12_460, ...paid },
    before: { ...totals(daysUntil(dayBefore(to, 30), 30), calls - 41), value: 10_940, cost: 1_902, costPerCall: 4.9 },
    days,
    channels: [
      ...shares.map(([channel, share]) => row(channel, calls * share, channel === "paid_search" ? 1_840.5 : undefined)),
      { ...row("", calls * 0.04), kind: "returning", name: undefined },
      { ...row("", calls * 0.03), kind: "nobody", name: undefined },
    ],
    sources: [
      row("google", calls * 0.61, 1_512),
      row("bing", calls * 0.08, 328.5),
      row("(direct)", calls * 0.09),
      row("chatgpt.com", calls * 0.04),
    ],
    keywords: [
      row("emergency plumber", calls * 0.14, 612),
      row("drain cleaning near me", calls * 0.09, 410.2),
      row("water heater replacement cost", calls * 0.05, 288.4),
      { ...row("", calls * 0.7), kind: "unnamed", name: undefined },
    ],
    landingPages: [
      row("/", calls * 0.38),
      row("/drain-cleaning/24-hour-emergency-service-in-oakland-and-berkeley", calls * 0.21),
      row("/water-heaters", calls * 0.12),
    ],
  };
}

function aDay(day: string, nth: number): OverviewDay {
  const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
  const calls = (isWeekend ? 5 : 16) + ((nth * 7) % 5);
  const channels = shares.map(([name, share]) => ({ kind: "named" as const, name, calls: estimate(calls * share) }));
  return { ...counted(calls), day, channels };
}

function counted(calls: number) {
  const missed = Math.round(calls * 0.12);
  return {
    calls,
    answered: calls - missed,
    missed,
    firstTime: Math.round(calls * 0.7),
    spam: Math.round(calls * 0.03),
  };
}

function totals(days: readonly string[], calls: number): OverviewTotals {
  return { from: days[0] ?? "", to: days.at(-1) ?? "", ...counted(calls), value: 0 };
}

function row(name: string, calls: number, cost?: number): OverviewRow {
  const perCall = cost === undefined ? {} : { cost, costPerCall: { mean: cost / calls } };
  return { kind: "named", name, calls: estimate(calls), value: Math.round(calls * 29), ...perCall };
}

function estimate(mean: number) {
  return { mean, low: Math.max(0, mean - Math.sqrt(mean) * 0.6), high: mean + Math.sqrt(mean) * 0.6 };
}

function daysUntil(to: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, nth) => dayBefore(to, count - 1 - nth));
}

function dayBefore(day: string, by: number): string {
  return new Date(Date.parse(day) - by * 86_400_000).toISOString().slice(0, 10);
}
