import type { OverviewDay, OverviewShown } from "@ringtrail/api-contract";

/** What a line of the chart is about: a channel, or who called without a visit. */
export interface Series {
  /** Tells it from the others. */
  readonly key: string;
  readonly kind: OverviewShown["channels"][number]["kind"];
  readonly name: string | undefined;
}

/** A point of a line: calls expected, and between which bounds in 95 of 100 cases. */
export interface Expected {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** A day, or the first day of a week or a month, with every line's point. */
export interface ChartPoint {
  readonly from: string;
  readonly to: string;
  readonly calls: number;
  readonly answered: number;
  readonly missed: number;
  readonly by: Readonly<Record<string, Expected>>;
}

const dayMs = 86_400_000;
/** More lines than this are told by nobody from each other. */
export const mostSeries = 6;
/** So many days are points of their own; beyond it weeks are, and of a long year months. */
const [mostDayPoints, mostWeekDays] = [92, 190];

/** The channels most calls are expected of, most first. */
export function seriesOf({ channels }: OverviewShown): readonly Series[] {
  return channels.slice(0, mostSeries).map(({ kind, name }) => ({ key: keyOfRow(kind, name), kind, name }));
}

/** Every day of the overview as a point, the empty ones too; long times by week or month. */
export function chartPoints({ total, days }: OverviewShown): readonly ChartPoint[] {
  const known = new Map(days.map((day) => [day.day, day]));
  const first = Date.parse(total.from);
  const count = Math.round((Date.parse(total.to) - first) / dayMs) + 1;
  const all = Array.from({ length: count }, (_, nth) => new Date(first + nth * dayMs).toISOString().slice(0, 10));
  const groups = Map.groupBy(all, (day) => spanOf(day, count));
  return [...groups.values()].map((span) => pointOf(span, known));
}

function spanOf(day: string, count: number): string {
  if (count <= mostDayPoints) return day;
  if (count > mostWeekDays) return day.slice(0, 7);
  // Weeks begin on Monday (ISO 8601).
  const weekday = (new Date(day).getUTCDay() + 6) % 7;
  return new Date(Date.parse(day) - weekday * dayMs).toISOString().slice(0, 10);
}

function pointOf(span: readonly string[], known: ReadonlyMap<string, OverviewDay>): ChartPoint {
  const days = span.flatMap((day) => known.get(day) ?? []);
  const by = new Map<string, Expected[]>();
  for (const { kind, name, calls } of days.flatMap(({ channels }) => channels)) {
    const key = keyOfRow(kind, name);
    const { mean, low = mean, high = mean } = calls;
    by.set(key, [...(by.get(key) ?? []), { mean, low, high }]);
  }
  const sum = (of: (day: OverviewDay) => number) => days.reduce((all, day) => all + of(day), 0);
  return {
    from: span[0] ?? "",
    to: span.at(-1) ?? "",
    calls: sum(({ calls }) => calls),
    answered: sum(({ answered }) => answered),
    missed: sum(({ missed }) => missed),
    by: Object.fromEntries([...by].map(([key, parts]) => [key, together(parts)])),
  };
}

/** Calls of different days are independent: what is uncertain adds up as the squares do. */
function together(parts: readonly Expected[]): Expected {
  const mean = parts.reduce((sum, part) => sum + part.mean, 0);
  const below = Math.hypot(...parts.map((part) => part.mean - part.low));
  const above = Math.hypot(...parts.map((part) => part.high - part.mean));
  return { mean, low: Math.max(0, mean - below), high: mean + above };
}

function keyOfRow(kind: Series["kind"], name: string | undefined): string {
  return name === undefined ? kind : `named ${name}`;
}
