const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** How long ago, in words of the locale: `3 minutes ago`. A week and more is a date, of the time zone's calendar. */
export function formatAgo(at: number, now: number, locale?: string, timeZone?: string): string {
  const ago = now - at;
  if (ago >= 7 * 86_400_000) return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone }).format(at);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "long" });
  const [unit, size] = steps.find(([, length]) => ago >= length) ?? ["second", 1000];
  // A page's clock may run behind the server's: the future is now.
  return words.format(-Math.max(0, Math.floor(ago / size)), unit);
}

/** A day and time of day, as clocks of the time zone show it: `24 Nov 2026, 14:03`. Without one, those of the browser. */
export function formatDateTime(at: number, locale?: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(at);
}

/** A time of day to the second: `14:03:27`. */
export function formatClock(at: number, locale?: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: "medium", timeZone }).format(at);
}
