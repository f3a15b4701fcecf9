import type { AccountId, NumberId, SiteId, VisitId, VisitorId } from "../ids.ts";
import type { Holding } from "../attribution/call-match.ts";
import type { Landing, Touch } from "../attribution/touch.ts";
import type { Instant, Milliseconds } from "../time.ts";
import type { HourCount } from "./hour-count.ts";
import type { Impression, PageView } from "./pool-store.ts";

/** What the page reported of a visit after it began. */
export type VisitSign =
  | { readonly kind: "page"; readonly page: PageView }
  | { readonly kind: "tap"; readonly number: NumberId; readonly at: Instant }
  /** A selection that holds the number was copied. */
  | { readonly kind: "copy"; readonly number: NumberId; readonly at: Instant }
  /** The number was on the screen. */
  | { readonly kind: "seen"; readonly number: NumberId; readonly at: Instant }
  | { readonly kind: "hidden"; readonly at: Instant };

/** A visit as screens show it. */
export interface VisitStory {
  readonly visit: VisitId;
  readonly visitor: VisitorId;
  readonly site: SiteId;
  readonly startedAt: Instant;
  readonly landing: Landing;
  readonly touch: Touch;
  /** Pages in the order they were seen. */
  readonly pages: readonly PageView[];
  /** What the visit was shown, oldest first, one entry per pool and number. */
  readonly shown: readonly Impression[];
}

/** What was seen of a site's pages lately: whether its script is there and does its work. */
export interface SiteSightings {
  /** The last sign of life of any visit. */
  readonly lastSeenAt: Instant | undefined;
  /** Different pages that were seen. */
  readonly pages: number;
  /** When a page last showed a number of ours in place of its own. */
  readonly lastSwapAt: Instant | undefined;
  /** Clicks on ads by source, and how many of them told their keyword. */
  readonly adClicks: readonly { readonly source: string; readonly clicks: number; readonly keywords: number }[];
}

/** What was seen of one page lately. */
export interface PageSightings {
  /** Visits that opened it. */
  readonly visits: number;
  readonly lastSeenAt: Instant | undefined;
  /** When it was last opened by a visit that was shown a number of ours. */
  readonly lastSwapAt: Instant | undefined;
}

/** Visits and what they saw. */
export interface VisitStore {
  /** What was seen of a site's pages since then. */
  sightings(account: AccountId, site: SiteId, since: Instant): Promise<SiteSightings>;
  /** What was seen of one of its pages since then, by its path as pages tell it. */
  pageSightings(account: AccountId, site: SiteId, path: string, since: Instant): Promise<PageSightings>;
  /**
   * Appends what the page reported, in any order; a repeated sign changes nothing. Every sign is a sign of life for
   * `holdings`, and none extends a lease. False when the visit is unknown.
   */
  append(account: AccountId, visit: VisitId, signs: readonly VisitSign[]): Promise<boolean>;
  story(account: AccountId, visit: VisitId): Promise<VisitStory | undefined>;
  /**
   * Every visit that was shown the number within `windowMs` before the ring, by the order of showing, newest first.
   * Ages are never negative: a sign of life after the ring counts as zero; a tap, a copy or a hiding after it does not
   * count, and a hiding no longer once the visit was seen again.
   */
  holdings(account: AccountId, number: NumberId, rangAt: Instant, windowMs: Milliseconds): Promise<readonly Holding[]>;
  /** The last sign of life before `rangAt` of any visit that was shown the number. */
  lastHeld(account: AccountId, number: NumberId, rangAt: Instant): Promise<Instant | undefined>;
  /** Visits that began since then and gave a sign of life, by site and clock hour, in order of the hours. */
  hours(account: AccountId, since: Instant): Promise<readonly HourCount<SiteId>[]>;
  /**
   * Deletes a visitor's visits, page views, touches and impressions and ends their leases; calls keep their credit
   * without the visit. Answers how many visits there were.
   */
  forgetVisitor(account: AccountId, visitor: VisitorId): Promise<number>;
}
