/** Calls that came the same way: what they share, from the broadest name to the narrowest, and how many they are. */
export interface CountedCalls {
  /** Every path of one question has the same length; an empty name is a name like any other. */
  readonly path: readonly string[];
  readonly calls: number;
}

/**
 * Says how many calls came which way without a cell that is smaller than the threshold. A path that ends early stands
 * for calls whose narrower names are hidden.
 *
 * Three laws hold. No cell is smaller than `least`. The cells add up to the calls, and those of a name that is shown to
 * the calls of that name, whatever is hidden below it. And nothing can be worked out by subtraction: where too few calls
 * would be left over, the smallest of their neighbours is hidden with them.
 *
 * Fewer calls than `least` in all answer no cell: they wait for the next period.
 */
export function publishCounts(counted: readonly CountedCalls[], least: number): readonly CountedCalls[] {
  return sum(counted) < least ? [] : split([], counted, least);
}

function split(prefix: readonly string[], rows: readonly CountedCalls[], least: number): readonly CountedCalls[] {
  const level = prefix.length;
  if (rows.every(({ path }) => path.length === level)) return [{ path: prefix, calls: sum(rows) }];
  const names = [...new Set(rows.map(({ path }) => path[level] ?? ""))];
  const groups = names
    .map((name) => rows.filter(({ path }) => path[level] === name))
    .map((of) => ({ name: of[0]?.path[level] ?? "", of, calls: sum(of) }))
    .toSorted((a, b) => b.calls - a.calls || (a.name < b.name ? -1 : 1));
  const kept = groups.filter(({ calls }) => calls >= least);
  let hidden = sum(groups.filter(({ calls }) => calls < least));
  while (hidden > 0 && hidden < least) hidden += kept.pop()?.calls ?? least;
  const shown = kept.flatMap(({ name, of }) => split([...prefix, name], of, least));
  return hidden === 0 ? shown : [...shown, { path: prefix, calls: hidden }];
}

function sum(rows: readonly Pick<CountedCalls, "calls">[]): number {
  return rows.reduce((total, { calls }) => total + calls, 0);
}
