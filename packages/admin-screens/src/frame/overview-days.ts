/** Which days an overview is about. */
export interface OverviewDays {
  /** The last so many; `from` and `to` stand in place of it. */
  readonly days?: number;
  readonly from?: string;
  readonly to?: string;
  /** What they are compared with; as many days before when absent. */
  readonly compare?: "year" | "none";
  readonly site?: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads what an address says of an overview's days; what nobody gave out is passed over. */
export function readDays(query: string): OverviewDays {
  const said = new URLSearchParams(query);
  const told = (name: string, pattern: RegExp): string | undefined => {
    const value = said.get(name) ?? "";
    return pattern.test(value) ? value : undefined;
  };
  const [days, from, to] = [told("days", /^[1-9]\d{0,2}$/), told("from", day), told("to", day)];
  const [compare, site] = [told("compare", /^(year|none)$/) as "year" | "none" | undefined, told("site", id)];
  return {
    ...(days === undefined || from !== undefined ? {} : { days: Number(days) }),
    ...(from === undefined || to === undefined ? {} : { from, to }),
    ...(compare === undefined ? {} : { compare }),
    ...(site === undefined ? {} : { site }),
  };
}

/** Days as the end of an address. */
export function daysQuery(days: OverviewDays): string {
  const said = new URLSearchParams(
    Object.entries(days).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
  return said.size === 0 ? "" : `?${said}`;
}
