import { day } from "../../time.ts";
import { creditModels, shareCredit, type CreditModel, type Step } from "../share-credit.ts";
import { fractionalShares } from "./fractional-shares.ts";
import { byChannel, type ChannelTotal, type PathShares, type PathTotals } from "./path-totals.ts";
import { removalEffects } from "./removal-effects.ts";
import type { PathTransform } from "./transform-path.ts";

/** How conversions are split among the channels of their paths. The last three look at all paths together. */
export type PathModel = CreditModel | "markov" | "shapley" | "fractional";

/** Every model, in the order they are printed. */
export const pathModels: readonly PathModel[] = [...creditModels, "markov", "shapley", "fractional"];

/** Which channels of the paths are direct and which paid, and which paths the fractional model takes for one. */
export interface PathRules {
  readonly isDirect: (channel: string) => boolean;
  readonly isPaid: (channel: string) => boolean;
  readonly transform: PathTransform;
}

/**
 * Each channel's part of all conversions and of their value, by one model. The parts add up to the conversions of all
 * paths and to their value.
 *
 * A path carries no times: for `time_decay` its touches lie a day apart.
 */
export function creditPaths(
  paths: readonly PathTotals[],
  model: PathModel,
  rules: PathRules,
): ReadonlyMap<string, ChannelTotal> {
  const sharesOf = sharing(paths, model, rules);
  const totals = new Map<string, { conversions: number; value: number }>();
  // All channels first: a model may credit one that only a later path names.
  for (const channel of new Set(paths.flatMap(({ path }) => path))) totals.set(channel, { conversions: 0, value: 0 });
  for (const { path, conversions, value } of paths) {
    if (conversions === 0 && value === 0) continue;
    for (const [channel, share] of sharesOf(path)) {
      const total = totals.get(channel);
      if (total === undefined) continue;
      total.conversions += share * conversions;
      total.value += share * value;
    }
  }
  return totals;
}

type Sharing = (path: PathTotals["path"]) => PathShares;

function sharing(paths: readonly PathTotals[], model: PathModel, rules: PathRules): Sharing {
  switch (model) {
    case "markov":
      return byEffect(removalEffects(paths));
    case "shapley":
      return evenly;
    case "fractional":
      return fractionalShares(paths, rules.transform);
    default:
      return (path) => {
        const [first, ...more] = path.map((channel, nth) => stepOf(channel, path.length - 1 - nth, rules));
        return first === undefined ? new Map() : byChannel(path, shareCredit([first, ...more], model));
      };
  }
}

/** Every conversion is shared in the proportion of the removal effects of all channels, as the model is usually told. */
function byEffect(effects: ReadonlyMap<string, number>): Sharing {
  const all = [...effects.values()].reduce((sum, effect) => sum + effect, 0);
  const shares = new Map([...effects].map(([channel, effect]) => [channel, all > 0 ? effect / all : 0]));
  return (path) => (all > 0 ? shares : evenly(path));
}

/**
 * The Shapley value of the game in which a set of channels earns the conversions of the paths that need no other
 * channel: each path's conversions are shared evenly by its distinct channels. Exact for any number of channels.
 */
function evenly(path: readonly string[]): PathShares {
  const distinct = [...new Set(path)];
  return new Map(distinct.map((channel) => [channel, 1 / distinct.length]));
}

function stepOf(channel: string, stepsAgo: number, { isDirect, isPaid }: PathRules): Step {
  return { isDirect: isDirect(channel), isPaid: isPaid(channel), agoMs: stepsAgo * day };
}
