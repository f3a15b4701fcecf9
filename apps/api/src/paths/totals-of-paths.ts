import {
  creditPaths,
  pathModels,
  type ChannelTotal,
  type PathRules,
  type PathTotals,
} from "@ringtrail/core/attribution";

/** What every model credits to each channel: `totals[model][channel]` is `{ conversions, value }`. */
export function totalsOfPaths(
  paths: readonly PathTotals[],
  rules: PathRules,
): Readonly<Record<string, Readonly<Record<string, ChannelTotal>>>> {
  return Object.fromEntries(pathModels.map((model) => [model, Object.fromEntries(creditPaths(paths, model, rules))]));
}
