import type { AccountId, CallId, SiteId } from "../ids.ts";
import type { CountedCalls, GlassOpening } from "../healthcare/index.ts";
import type { Instant } from "../time.ts";
import type { ReportPeriod } from "./money-store.ts";

/** What a look through the broken glass shows of one call. */
export interface GlassSight {
  /** Channel, source, medium, campaign, keyword. Undefined when nothing was kept of the call. */
  readonly way: readonly string[] | undefined;
  /** How long the call lasted, as marketing is told it. */
  readonly length: string | undefined;
}

/** An opening that was asked for. */
export interface GlassOpened extends Omit<GlassOpening, "lengthMs"> {
  readonly id: string;
  readonly openedAt: Instant;
  readonly until: Instant;
  readonly agreedBy: string | undefined;
}

/** By what is counted: calls by way or by length, pages that were opened and numbers tapped by page group. */
export type HealthcareCut = "way" | "length" | "page" | "tap";

/** A page of a clinic that was opened, or on which a number was tapped. Nobody's: no visit, no address, no time. */
export interface CountedPage {
  readonly kind: "page" | "tap";
  /** The name of its page group; empty for other pages. */
  readonly group: string;
  /** In UTC. */
  readonly day: string;
}

/** Published counts of one site. */
export interface HealthcareCounts {
  /** The first and the last day of the period, in UTC. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly cells: readonly CountedCalls[];
}

/**
 * What lies between the two sides of a site in healthcare mode. Marketing reads the counts; which way one call came is
 * read by somebody who broke the glass, and the audit log must tell of it before: each method says by which entry.
 */
export interface HealthcareStore {
  /**
   * Counts a site's calls of the days before this one that were not counted yet, and publishes them by the core's rule.
   * Answers how many; 0 when they are fewer than `least`, and then they wait. Pages and taps that were counted until then
   * are published in the same way, each by itself.
   */
  publish(
    account: AccountId,
    site: SiteId,
    period: { readonly before: string; readonly least: number },
  ): Promise<number>;
  /** Counts a page once more on its day. No role reads it before its period is published. */
  countPage(account: AccountId, site: SiteId, page: CountedPage): Promise<void>;
  /** The published counts whose period ended within a time, oldest first. `calls` of a page or a tap: how many of these. */
  counts(account: AccountId, cut: HealthcareCut, period: ReportPeriod): Promise<readonly HealthcareCounts[]>;
  /** Keeps an opening. Its id is the object of an entry `glass.asked`. @throws without one. */
  openGlass(account: AccountId, id: string, opening: GlassOpening): Promise<{ readonly until: Instant }>;
  /**
   * A second person agrees. Its id is the object of an entry `glass.agreed`. False when it is over, was agreed to or is
   * their own. @throws without the entry.
   */
  agreeToGlass(account: AccountId, id: string, by: string): Promise<boolean>;
  /**
   * Looks at one call. Uses up one entry `glass.looked` whose object is the opening. Undefined when the opening is over or
   * waits for a second person. @throws without the entry.
   */
  lookThroughGlass(account: AccountId, id: string, call: CallId): Promise<GlassSight | undefined>;
  /**
   * Forgets which way these calls came, but for calls that wait to be counted. Answers the calls of which nothing is left
   * here. It tells nothing of how they came.
   */
  forgetLinks(account: AccountId, calls: readonly CallId[]): Promise<readonly CallId[]>;
  /** Every opening, newest first, at most 1,000. */
  openings(account: AccountId): Promise<readonly GlassOpened[]>;
}
