import type { CallParameters } from "../attribution/call-parameters.ts";
import type { ReplayEvent } from "../attribution/replay/replay-event.ts";
import type { AccountId, SiteId } from "../ids.ts";
import type { Instant } from "../time.ts";

/** What a site's calls have taught, once. */
export interface LearnedParameters {
  /** Counts up from 1 for each site. */
  readonly version: number;
  readonly learnedAt: Instant;
  /** How many calls it was learned from. */
  readonly calls: number;
  readonly parameters: CallParameters;
}

/** What the posterior has learned of each site, version by version. None is ever changed: calls name the one that judged them. */
export interface ParameterStore {
  /** The newest, undefined until the site has learned anything. */
  latest(account: AccountId, site: SiteId): Promise<LearnedParameters | undefined>;
  /** Keeps a version. False when that version is there already: somebody else has learned meanwhile. */
  keep(account: AccountId, site: SiteId, learned: LearnedParameters): Promise<boolean>;
  /**
   * What happened on the site since then, in the order of time: what visits were shown and by which channel they came,
   * where they were, their signs of life and taps, and calls without their callers, whom the care side knows. A visit that was forgotten is not told.
   */
  story(account: AccountId, site: SiteId, since: Instant): Promise<readonly ReplayEvent[]>;
}
