import type { TargetNumberId } from "@ringtrail/core";
import { speaksFor, type Touch } from "@ringtrail/core/attribution";
import type { SiteSettings, SourceNumber } from "@ringtrail/core/ports";

/** The number of the visit's source for one target number, if its site has one that says nothing untrue of the visit. */
export function findSourceNumber(
  site: Pick<SiteSettings, "sources">,
  target: TargetNumberId,
  touch: Touch,
): SourceNumber | undefined {
  return site.sources.find((source) => source.target === target && speaksFor(source.touch, touch));
}
