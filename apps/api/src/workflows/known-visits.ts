import type { AccountId, VisitId } from "@ringtrail/core";
import type { VisitStore, VisitStory } from "@ringtrail/core/ports";

/** What is still known of these visits, in their order. */
export async function knownVisits(
  visits: VisitStore,
  account: AccountId,
  ids: readonly VisitId[],
): Promise<readonly VisitStory[]> {
  const stories = await Promise.all(ids.map((id) => visits.story(account, id)));
  return stories.flatMap((story) => story ?? []);
}
