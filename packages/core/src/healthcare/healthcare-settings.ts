import type { PageGroup } from "./page-groups.ts";

/** How a site in healthcare mode is reported and opened. */
export interface HealthcareSettings {
  /** The smallest number of calls a report shows; never below `smallestCell`. */
  readonly smallestCell?: number | undefined;
  /** How many days of calls are counted together; a report cannot look closer. */
  readonly periodDays?: number | undefined;
  /** Breaking the glass takes a second person. */
  readonly needsSecondPerson?: boolean | undefined;
  /** Pages that may be told of, by the name of their group; none: every page is one of the other pages. */
  readonly pageGroups?: readonly PageGroup[] | undefined;
}

/** A cell of fewer calls than this is never published, whatever the settings say; the database holds it as well. */
export const smallestCell = 5;

/** A week of calls at a time: a single day of a small practice would name its callers. */
export const usualPeriodDays = 7;

/** The threshold in force. */
export function leastOf({ smallestCell: wanted = smallestCell }: HealthcareSettings = {}): number {
  return Math.max(smallestCell, wanted);
}
