import type { VisitId } from "@ringtrail/core";
import type { Touch } from "@ringtrail/core/attribution";
import type { RuleSet } from "@ringtrail/core/consent";
import { areasNear, planLease, type LeasePlan } from "@ringtrail/core/number-pool";
import type { Instant } from "@ringtrail/core";
import type { SiteSettings, TargetNumber } from "@ringtrail/core/ports";
import { findSourceNumber } from "./find-source-number.ts";

/** A target number on the page with the plan for its pool; no plan where the target has no pool. */
export interface TargetPlan {
  readonly target: TargetNumber;
  readonly plan: LeasePlan | undefined;
}

/** The site's target numbers that stand visibly on the page; numbers of other sites are passed over. */
export function targetsOnPage(site: SiteSettings, ids: readonly string[]): readonly TargetNumber[] {
  return site.targets.filter((target) => ids.includes(target.id));
}

/** Asks the core for one plan per target number. A lease begins provisional: only a beacon makes it firm. */
export function planVisit(
  site: SiteSettings,
  targets: readonly TargetNumber[],
  visit: {
    readonly id: VisitId;
    readonly touch: Touch;
    readonly isReturning: boolean;
    readonly region: string | undefined;
  },
  law: RuleSet | undefined,
  now: Instant,
): readonly TargetPlan[] {
  return targets.map((target) => {
    const pool = site.pools.find((candidate) => candidate.target === target.id);
    if (pool === undefined) return { target, plan: undefined };
    const toServe = {
      id: visit.id,
      channel: visit.touch.channel,
      isFirm: false,
      sourceNumber: findSourceNumber(site, target.id, visit.touch)?.number,
      isReturning: visit.isReturning,
      near: areasNear(law, pool.areas, visit.region),
    };
    return { target, plan: planLease(pool, toServe, now) };
  });
}
