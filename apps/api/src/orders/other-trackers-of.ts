import type { OtherTrackerList } from "@ringtrail/api-contract";
import { after, day, pageReading, type AccountId } from "@ringtrail/core";
import type { Deps } from "../deps.ts";
import { showMoment } from "../show/show-moment.ts";

const known = new RegExp(`^(?:${pageReading.trackers})$`);

/** Whether a page names a call tracker we look for. Nobody's own words get into what an owner is shown. */
export function isOtherTracker(what: string): boolean {
  return known.test(what);
}

/** The other call trackers an account's pages carried lately. One that was taken out is forgotten within a week. */
export async function otherTrackersOf(
  { otherTrackers, now }: Pick<Deps, "otherTrackers" | "now">,
  account: AccountId,
): Promise<OtherTrackerList["trackers"]> {
  const seen = await otherTrackers.trackersSince(account, after(now(), -7 * day));
  return seen.map(({ site, name, firstSeenAt, lastSeenAt }) => {
    return { site, name, firstSeenAt: showMoment(firstSeenAt), lastSeenAt: showMoment(lastSeenAt) };
  });
}
