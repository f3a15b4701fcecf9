import type { AccountId, SiteId } from "../ids.ts";
import type { Instant } from "../time.ts";

/** Another call tracker whose script a site's pages carried. Two of them change the same numbers in turn. */
export interface OtherTracker {
  readonly site: SiteId;
  /** By what its script's address says: `callrail.com`. */
  readonly name: string;
  readonly firstSeenAt: Instant;
  /** To within an hour. */
  readonly lastSeenAt: Instant;
}

/** What pages tell of other call trackers beside us. */
export interface OtherTrackerStore {
  /**
   * Keeps that a page carried one. Pages say so often: within an hour nothing more is written.
   *
   * @throws when the account has no such site.
   */
  sawTracker(account: AccountId, site: SiteId, name: string, at: Instant): Promise<void>;
  /** Those seen since then, last seen first. */
  trackersSince(account: AccountId, since: Instant): Promise<readonly OtherTracker[]>;
}
