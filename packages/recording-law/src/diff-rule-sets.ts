import type { LawCitation, LoadedRuleSet, Means, PlaceLaw } from "./rule-set.ts";

/** How one place's answer for a telephone call stands in two rule sets. */
export interface PlaceChange {
  readonly place: string;
  readonly name: string;
  /** Undefined when the set does not speak of the place. */
  readonly before: Means | undefined;
  readonly after: Means | undefined;
  readonly citations: readonly LawCitation[];
  readonly why: string;
}

/** What a later rule set adds to the places that ask for more than silence, takes from them, changes and keeps. */
export interface RuleSetDiff {
  /** Silence was enough and is no longer. */
  readonly added: readonly PlaceChange[];
  /** Silence was not enough and is now. */
  readonly removed: readonly PlaceChange[];
  /** More than silence in both, and not the same. */
  readonly changed: readonly PlaceChange[];
  /** The same, more than silence. */
  readonly kept: readonly PlaceChange[];
}

/** Compares two rule sets place by place, for telephone calls, over the countries both speak of. */
export function diffRuleSets(before: LoadedRuleSet, after: LoadedRuleSet): RuleSetDiff {
  const both = commonCountries(before, after);
  const codes = new Set([...before.places.keys(), ...after.places.keys()].filter((code) => both.has(code.slice(0, 2))));
  const changes = [...codes].toSorted().map((code) => compare(before.places.get(code), after.places.get(code)));
  const asksMore = (means: Means | undefined) => means !== undefined && means !== "silent";
  const pick = (was: boolean, is: boolean) =>
    changes.flatMap((change) =>
      change !== undefined && asksMore(change.before) === was && asksMore(change.after) === is ? [change] : [],
    );
  const inBoth = pick(true, true);
  return {
    added: pick(false, true),
    removed: pick(true, false),
    changed: inBoth.filter((change) => change.before !== change.after),
    kept: inBoth.filter((change) => change.before === change.after),
  };
}

function commonCountries(a: LoadedRuleSet, b: LoadedRuleSet): ReadonlySet<string> {
  const countries = (rules: LoadedRuleSet) => new Set([...rules.places.keys()].map((code) => code.slice(0, 2)));
  const others = countries(b);
  return new Set([...countries(a)].filter((country) => others.has(country)));
}

function compare(before: PlaceLaw | undefined, after: PlaceLaw | undefined): PlaceChange | undefined {
  const law = after ?? before;
  if (law === undefined) return undefined;
  return {
    place: law.place,
    name: law.name,
    before: before?.phone,
    after: after?.phone,
    citations: law.citations,
    why: law.since2017?.why ?? law.summary,
  };
}
