import type { CreditModel } from "../share-credit.ts";
import { creditCall } from "../credit-call.ts";
import { readTouch } from "../read-touch.ts";
import type { AdCost, CallerPath, ReportDimension, ReportTouch } from "./report-call.ts";

/** What a row is about: something with a name, something without, a caller without a visit, or nobody we know. */
export interface RowLabel {
  readonly kind: "named" | "unnamed" | "returning" | "nobody";
  /** As it was first written; undefined unless the kind is `named`. */
  readonly name: string | undefined;
}

/** The row of callers who called before and had no visit. */
export const returningRow: RowLabel = { kind: "returning", name: undefined };
/** The row of callers of whom nothing is known. */
export const nobodyRow: RowLabel = { kind: "nobody", name: undefined };

/** What tells rows apart: capitals and outer spaces do not, because ad platforms and landing pages differ in them. */
export function keyOf({ kind, name }: RowLabel): string {
  return name === undefined ? kind : `named ${name.trim().toLowerCase()}`;
}

/** A name as a row's label; nothing, or nothing but spaces, is no name. */
export function rowNamed(name: string | undefined): RowLabel {
  return name === undefined || name.trim() === "" ? { kind: "unnamed", name: undefined } : { kind: "named", name };
}

/** The row a touch belongs to. */
export function labelOf({ touch, landingPath }: Omit<ReportTouch, "agoMs">, by: ReportDimension): RowLabel {
  switch (by) {
    case "channel":
    case "source":
    case "medium":
    case "campaign":
    case "keyword":
      return rowNamed(touch[by]);
    case "landing_page":
      return rowNamed(landingPath);
    case "number":
    case "day":
      return rowNamed(undefined);
  }
}

/** The row a cost belongs to. Its channel is named by the rules that name a landing's, so that the two meet. */
export function labelOfCost(cost: AdCost, by: ReportDimension): RowLabel {
  if (by === "day") return rowNamed(cost.day);
  const { source, medium, campaign, keyword, landingPath } = cost;
  const query = {
    utm_source: source,
    utm_medium: medium,
    ...(campaign === undefined ? {} : { utm_campaign: campaign }),
    ...(keyword === undefined ? {} : { utm_term: keyword }),
  };
  const nowhere = { host: "", path: "", domain: undefined, referrerHost: undefined, referrerDomain: undefined };
  return labelOf({ touch: readTouch({ ...nowhere, query }), landingPath }, by);
}

/**
 * What one path's call gives to each row under a model that looks at each call by itself. Adds up to one. The Shapley
 * value does too (`creditPaths`): each row of the path has the same share, however often it stands there.
 */
export function sharesByRow(
  { touches }: CallerPath,
  by: ReportDimension,
  model: CreditModel | "shapley",
): readonly (readonly [RowLabel, number])[] {
  if (model === "shapley") {
    const rows = new Map(touches.map((touch) => labelOf(touch, by)).map((label) => [keyOf(label), label]));
    return [...rows.values()].map((label) => [label, 1 / rows.size] as const);
  }
  const credits = creditCall(touches, model);
  return touches.map((touch, nth) => [labelOf(touch, by), credits[nth]?.share ?? 0]);
}
