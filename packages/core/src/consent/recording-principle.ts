/**
 * How well a fact of the rule set was checked. Never upgraded without reading the source. `own-rule` marks a rule of
 * ours, where there is nothing to check.
 */
export type Verification =
  | "read"
  | "read-address-not-kept"
  | "list-corroborated"
  | "statute-known"
  | "unverified"
  | "own-rule";

/** One authority behind an answer. */
export interface Citation {
  /** As a lawyer writes it: `Cal. Penal Code §§ 631, 632`. */
  readonly text: string;
  /** The place whose rule it is, or the name of the rule of ours it supports. */
  readonly of: string;
  readonly verification: Verification;
  /** The month the fact was gathered: `2026-11`. */
  readonly asOf: string;
  readonly sources: readonly string[];
}

/** A stop that no announcement lifts. */
export type HardStop =
  | "caller_refused"
  | "announcement_failed"
  | "announcement_not_recorded"
  | "active_consent_missing"
  | "no_baa"
  | "card_data"
  | "child_without_parental_consent"
  | "nobody_consented"
  | "criminal_purpose"
  /** A place forbids this recording in these circumstances (France: every call without a need). */
  | "forbidden_by_place";

/** A rule of the engine itself, with the authorities behind it. */
export type Principle =
  | Exclude<HardStop, "forbidden_by_place">
  | "strictest_wins"
  | "number_is_a_hint"
  | "unknown_is_strict"
  | "newcomer_restarts"
  | "always_announce"
  | "voiceprint_needs_release"
  | "hipaa_obligations"
  | "counts_as_recording";
