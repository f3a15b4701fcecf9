import { hour, instant, type Instant } from "@ringtrail/core";

/** Makes the function that names the day of an instant in a time zone: `2026-11-25`. @throws RangeError for a zone nobody knows. */
export function daysIn(timeZone: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return (at) => {
    const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    return `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
  };
}

/** The first instant of a day in a time zone, found by halving: no table of clock changes is asked. */
export function startOfDay(day: string, dayOf: (at: Instant) => string): Instant {
  const noon = Date.parse(`${day}T12:00:00Z`);
  // No place on Earth is further from Greenwich than this, and days begin in order.
  let [before, within] = [noon - 40 * hour, noon + 20 * hour];
  while (within - before > 1) {
    const middle = Math.floor((before + within) / 2);
    if (dayOf(instant(middle)) < day) before = middle;
    else within = middle;
  }
  return instant(within);
}

/** The day after a day. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * hour).toISOString().slice(0, 10);
}
