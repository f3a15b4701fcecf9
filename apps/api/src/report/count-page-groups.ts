import type { PageGroupRow } from "@ringtrail/api-contract";
import { day, instant, type AccountId, type SiteId } from "@ringtrail/core";
import { otherPages } from "@ringtrail/core/healthcare";
import type { HealthcareCounts, HealthcareCut, HealthcareStore } from "@ringtrail/core/ports";
import type { Days } from "./days-to-compare.ts";

/** Which days' page groups. */
export interface PageGroupsAsked extends Days {
  readonly account: AccountId;
  readonly site: SiteId | undefined;
}

/**
 * How often pages of each group were opened, and numbers on them tapped, in the periods that ended within these days (in
 * UTC, as periods are). Undefined where none was counted.
 */
export async function countPageGroups(
  healthcare: Pick<HealthcareStore, "counts">,
  { account, site, from, to }: PageGroupsAsked,
): Promise<readonly PageGroupRow[] | undefined> {
  const period = { site, from: instant(Date.parse(from)), before: instant(Date.parse(to) + day) };
  const counted = async (cut: HealthcareCut) => sumByName(await healthcare.counts(account, cut, period));
  const [opened, tapped] = [await counted("page"), await counted("tap")];
  const names = [...new Set([...opened.keys(), ...tapped.keys()])];
  if (names.length === 0) return undefined;
  return names
    .map((name) => ({ ...labelOf(name), opened: opened.get(name) ?? 0, tapped: tapped.get(name) ?? 0 }))
    .toSorted((a, b) => b.opened - a.opened || b.tapped - a.tapped);
}

/** Undefined stands for what is hidden: fewer than the threshold, of several groups together. */
function sumByName(periods: readonly HealthcareCounts[]): ReadonlyMap<string | undefined, number> {
  const sums = new Map<string | undefined, number>();
  for (const { path, calls } of periods.flatMap(({ cells }) => cells)) {
    sums.set(path[0], (sums.get(path[0]) ?? 0) + calls);
  }
  return sums;
}

function labelOf(name: string | undefined): Pick<PageGroupRow, "kind" | "name"> {
  if (name === undefined) return { kind: "hidden" };
  return name === otherPages ? { kind: "other" } : { kind: "named", name };
}
