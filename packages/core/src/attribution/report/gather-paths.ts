import type { ReportCall, ReportDimension, ReportTouch } from "./report-call.ts";
import { keyOf, labelOf, type RowLabel } from "./report-label.ts";

/** The way of visitors who may not have called, and how many of them are expected not to have. */
export interface UncalledPath {
  readonly touches: readonly [ReportTouch, ...ReportTouch[]];
  readonly expected: number;
}

/** A path, row by row, with what is expected of all who came by it. */
export interface PathSum {
  readonly path: readonly [string, ...string[]];
  conversions: number;
  /** In millionths of the currency. */
  value: number;
  nulls: number;
}

/** One of the ways a call may have come, by its place among the paths. */
export interface Way {
  readonly path: number;
  readonly probability: number;
}

/** Every path of calls and of visitors who did not call, each once. */
export interface AllPaths {
  /** By the names that stand in the paths. */
  readonly labels: ReadonlyMap<string, RowLabel>;
  readonly paths: readonly PathSum[];
  /** By call, in their order. What is missing to one is no visit's. */
  readonly ways: readonly (readonly Way[])[];
}

/** Gathers the paths of all calls, each counted as often as it is expected to have called and not to have. */
export function gatherPaths(
  calls: readonly ReportCall[],
  uncalled: readonly UncalledPath[],
  by: ReportDimension,
): AllPaths {
  const labels = new Map<string, RowLabel>();
  const places = new Map<string, number>();
  const paths: PathSum[] = [];
  const rowOf = (touch: ReportTouch): string => {
    const label = labelOf(touch, by);
    const key = keyOf(label);
    if (!labels.has(key)) labels.set(key, label);
    return key;
  };
  const placeOf = ([first, ...more]: UncalledPath["touches"]): number => {
    const path: PathSum["path"] = [rowOf(first), ...more.map(rowOf)];
    const name = JSON.stringify(path);
    const place = places.get(name) ?? paths.push({ path, conversions: 0, value: 0, nulls: 0 }) - 1;
    places.set(name, place);
    return place;
  };
  const add = (place: number, conversions: number, value: number, nulls: number): void => {
    const sum = paths[place];
    if (sum === undefined) return;
    sum.conversions += conversions;
    sum.value += value;
    sum.nulls += nulls;
  };
  const ways = calls.map((call) =>
    call.paths.map(({ touches, probability }): Way => {
      const path = placeOf(touches);
      add(path, probability, probability * call.valueMicros, 0);
      return { path, probability };
    }),
  );
  for (const { touches, expected } of uncalled) add(placeOf(touches), 0, 0, expected);
  return { labels, paths, ways };
}
