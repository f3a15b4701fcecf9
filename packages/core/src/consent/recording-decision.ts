import type { Jurisdiction } from "./recording-question.ts";
import type { RecordingMeans } from "./recording-means.ts";
import type { Citation, HardStop } from "./recording-principle.ts";
import type { NoticeContent, OwnerOverride, Placeless, RefusedRuleSet, RuleSetStamp } from "./recording-rule-set.ts";

/** Whose place it is. */
export type RecordingParty = "business" | "agent" | "recorder" | "caller" | "newcomer";

/** Where a place comes from, firmest first. Only `stated` can earn `silent`. */
export type PlaceEvidence = "stated" | "number" | "geo_ip" | "billing" | "visit" | "none";

/** One place that may govern the call, and what it would say alone. */
export interface ConsideredPlace {
  readonly party: RecordingParty;
  readonly evidence: PlaceEvidence;
  /** The code, or `unknown`. */
  readonly place: Jurisdiction | "unknown";
  /** How likely the call is credited to the visit the place comes from; undefined for every other evidence. */
  readonly probability?: number | undefined;
  /** The place whose rule answered: `EU` for `LT`, `unknown` where there is none. */
  readonly rule: Jurisdiction | "unknown";
  /** What the place would say if it were the only one. */
  readonly alone: RecordingMeans;
  /** The same before the circumstances of the call (a refusal, a failed notice) are looked at. */
  readonly law: RecordingMeans;
}

/** A reason in a form the edges put into words. The code is permanent. */
export type RecordingReason =
  | { readonly code: "stopped"; readonly stop: HardStop }
  | { readonly code: "strictest_place"; readonly place: string; readonly means: RecordingMeans }
  | { readonly code: "caller_place_unknown"; readonly why: Placeless | "only_hints" }
  | { readonly code: "number_is_a_hint"; readonly places: readonly Jurisdiction[]; readonly isLandline: boolean }
  | { readonly code: "no_rule_for_place"; readonly place: Jurisdiction }
  | { readonly code: "part_of_country_unknown"; readonly place: Jurisdiction }
  | { readonly code: "disputed_so_stricter"; readonly place: Jurisdiction }
  | { readonly code: "exception_applied"; readonly place: Jurisdiction; readonly note: string }
  | { readonly code: "owner_override"; readonly place: Jurisdiction; readonly override: OwnerOverride }
  | { readonly code: "newcomer_untold"; readonly place: Jurisdiction }
  | { readonly code: "counts_as_recording"; readonly what: "monitoring" | "transcription" }
  | { readonly code: "evidence_limited_without_notice"; readonly place: Jurisdiction }
  | { readonly code: "announcement_failed_not_required" }
  | { readonly code: "always_announce" }
  | {
      readonly code: "owner_policy";
      readonly want: RecordingMeans;
      /** Where the owner switched recording off. */
      readonly offAt?: "flow" | "pool" | "number" | undefined;
    }
  /** The law lets the call be recorded silently, and somebody answers for doing so. */
  | { readonly code: "silence_chosen"; readonly reason: string; readonly author: string }
  | { readonly code: "no_rule_set" }
  /** The rule set in force was refused; the last good one answered, and every call is announced. */
  | { readonly code: "rule_set_refused"; readonly refused: RefusedRuleSet };

/** Which rule decided. */
export interface GoverningRule {
  /** The place whose law is the strictest, or `unknown`. */
  readonly place: Jurisdiction | "unknown";
  readonly party: RecordingParty;
  readonly evidence: PlaceEvidence;
  /** The place's law, the stop that overrode it, or the rule that unknown is strict. */
  readonly rule: "law" | "unknown_is_strict" | HardStop;
}

/** What a recorder owes besides notice. */
export type RecordingObligation = "encrypt" | "audit_log" | "minimum_necessary";

/** What else the answer brings with it. */
export interface RecordingDetail {
  /** The notice must be heard inside the recording (Washington, Connecticut). */
  readonly announcementMustBeRecorded: boolean;
  readonly obligations: readonly RecordingObligation[];
  readonly blockedFeatures: readonly "voiceprint"[];
  /** Pause until the newcomer has heard the notice. */
  readonly reannounce: boolean;
  /** A place considered does not accept "may be recorded". */
  readonly wordingDefect: boolean;
  /** The way of giving notice in the question, if it satisfies every place that needs one. */
  readonly noticeSatisfiedBy: "voice" | "beep_15s" | "none";
  readonly noticeMustSay: readonly NoticeContent[];
  /** A place leaves it at an announcement, and a spoken or pressed yes would be safer. */
  readonly activeConsentAdvised: boolean;
}

/** Whether one call may be recorded, and why. Holds no personal data: the caller's number is not repeated. */
export interface RecordingDecision {
  /** The least the law asks for. */
  readonly minimum: RecordingMeans;
  /** What Ringtrail advises: the minimum, and an announcement even where silence is lawful. */
  readonly recommended: RecordingMeans;
  /** What to do for this call: the owner's policy, never looser than the minimum. */
  readonly applied: RecordingMeans;
  /** Whose voice may be recorded under `applied`. */
  readonly sides: "both" | "business_only" | "none";
  /** `segment`: the answer holds for this part of the call only. */
  readonly scope: "call" | "segment";
  readonly governing: GoverningRule;
  /** Every place looked at. */
  readonly considered: readonly [ConsideredPlace, ...ConsideredPlace[]];
  /** Courts split on whose law counts. What each reading would say; the stricter of them was taken. */
  readonly readings: { readonly placeOfRecording: RecordingMeans; readonly callerLaw: RecordingMeans };
  readonly reasons: readonly [RecordingReason, ...RecordingReason[]];
  readonly citations: readonly [Citation, ...Citation[]];
  readonly detail: RecordingDetail;
  readonly ruleSet: RuleSetStamp;
}
