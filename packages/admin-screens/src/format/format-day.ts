/** A calendar day, `2026-11-25`, as people write it: `Nov 25`. It is nobody's instant, so no time zone moves it. */
export function formatDay(day: string, locale?: string, style: "short" | "long" = "short"): string {
  const parts: Intl.DateTimeFormatOptions =
    style === "short" ? { month: "short", day: "numeric" } : { dateStyle: "medium" };
  return new Intl.DateTimeFormat(locale, { ...parts, timeZone: "UTC" }).format(Date.parse(day));
}
