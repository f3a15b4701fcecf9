/** The days of a report, as its question names them. */
export interface Days {
  readonly from: string;
  readonly to: string;
  readonly timeZone: string;
}

/** The last so many days until today, as the person at the screen counts them. */
export function lastDays(count: number, now: number, timeZone: string): Days {
  // The one locale that writes a day as the API reads it.
  const dayOf = (at: number): string => new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
  return { from: dayOf(now - (count - 1) * 86_400_000), to: dayOf(now), timeZone };
}
