import type { VisitRegion } from "./call-match.ts";
import type { RegionParameters } from "./call-parameters.ts";
import { lookUp } from "./look-up.ts";

/** How much a caller's region speaks for a visit whose region it is, for one of another, for one of unknown region, and for a stranger. */
export interface RegionWeights {
  readonly same: number;
  readonly other: number;
  readonly unknown: number;
  readonly stranger: number;
}

/** The weights of one caller's region, in relation to a visit of unknown region. Without a region nothing speaks. */
export function regionWeights(regions: RegionParameters, caller: string | undefined): RegionWeights {
  if (caller === undefined) return silent;
  const { same, unlisted } = regions;
  const of = (table: Readonly<Record<string, number>>) => lookUp(table, caller, unlisted);
  const elsewhere = (1 - same) * of(regions.callers);
  const any = same * of(regions.visits) + elsewhere;
  return {
    same: (same + elsewhere) / any,
    other: elsewhere / any,
    unknown: 1,
    stranger: of(regions.strangers) / any,
  };
}

const silent: RegionWeights = { same: 1, other: 1, unknown: 1, stranger: 1 };

/** The weight for one visit. The less certain its region, the nearer to one. */
export function regionWeight(
  weights: RegionWeights,
  region: VisitRegion | undefined,
  caller: string | undefined,
): number {
  if (region === undefined || caller === undefined) return weights.unknown;
  const known = region.code === caller ? weights.same : weights.other;
  return region.certainty * known + (1 - region.certainty) * weights.unknown;
}
