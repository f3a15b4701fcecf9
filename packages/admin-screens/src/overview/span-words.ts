import { formatDay } from "../format/format-day.ts";

/** A day, or the days from one to another, in words. */
export function spanWords({ from, to }: { readonly from: string; readonly to: string }, locale?: string): string {
  return from === to ? formatDay(from, locale) : `${formatDay(from, locale)} – ${formatDay(to, locale)}`;
}
