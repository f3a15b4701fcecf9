import type { OverviewDays } from "../frame/place.ts";

/** How many days an overview shows when nobody chose. The server has the same default. */
export const usualDays = 30;

/** Whether somebody named the first and the last day themselves. */
export function ownDays({ from, to }: OverviewDays): boolean {
  return from !== undefined && to !== undefined;
}
