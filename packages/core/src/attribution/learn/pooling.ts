/**
 * How strongly a site's parameters are drawn towards the prior: as if by this many calls. A site with few calls is
 * judged by the prior, one with thousands by its own.
 */
export const strength = {
  site: 10,
  source: 5,
  weights: 20,
  delays: 10,
  presence: 10,
  taps: 10,
  regions: 20,
  /** They are few and seldom certain: a table of their own would learn whose calls were guessed to be theirs. */
  strangersRegions: 200,
  history: 10,
  /** Strangers and visits of days ago are hard to tell apart, so the prior share of strangers counts for more. */
  strangers: 20,
  strangersShare: 0.05,
} as const;
