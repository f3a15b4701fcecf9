/** Days, both included: `2026-11-01`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;

/** The days that were asked for: from one to another, else the last so many, today included. */
export function daysAsked(
  asked: { readonly days: number; readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): Days {
  const to = asked.to ?? today;
  return { from: asked.from ?? shifted(to, 1 - asked.days), to };
}

/** The days to compare with; undefined when nothing is to be compared. */
export function daysBefore({ from, to }: Days, how: "before" | "year" | "none"): Days | undefined {
  if (how === "none") return undefined;
  if (how === "year") return { from: yearEarlier(from), to: yearEarlier(to) };
  const length = Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
  return { from: shifted(from, -length), to: shifted(from, -1) };
}

function shifted(day: string, by: number): string {
  return new Date(Date.parse(day) + by * dayMs).toISOString().slice(0, 10);
}

/** The same day of the year before; the twenty-ninth of February has only the day before it. */
function yearEarlier(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, "0");
  return day.endsWith("-02-29") ? `${year}-02-28` : `${year}${day.slice(4)}`;
}
