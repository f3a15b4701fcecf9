/** What a recording asks for before it may start, loosest first. */
export type Means = "silent" | "announce" | "active_consent" | "do_not_record";

/** How well a fact was checked. Never upgraded without reading the source. `own-rule` is a rule of Ringtrail itself. */
export type Verification =
  | "read"
  | "read-address-not-kept"
  | "list-corroborated"
  | "statute-known"
  | "unverified"
  | "own-rule";

/** One authority behind a rule. */
export interface LawCitation {
  readonly text: string;
  /** The place whose law it is, or the name of the principle it supports. */
  readonly of: string;
  readonly verification: Verification;
  /** The month, or the year, the fact was gathered. */
  readonly asOf: string;
  readonly sources: readonly string[];
}

/** At least one authority. */
export type LawCitations = readonly [LawCitation, ...LawCitation[]];

/** What a recording is for. */
export type Purpose = "quality" | "training" | "documentation" | "orders" | "support" | "criminal";

/** What a notice must say in some places. */
export type NoticeWords =
  | "that_it_is_recorded"
  | "purpose"
  | "controller"
  | "objection_or_privacy_notice"
  | "how_to_object"
  | "alternative"
  | "access_and_withdrawal"
  | "retention"
  | "right_to_complain"
  | "definite_wording";

/** Why an area code says nothing of a place. */
export type NoPlace = "toll_free" | "personal" | "premium" | "carrier_specific" | "government";

/** An answer that differs in stated circumstances. Every condition present must hold. */
export interface Exception {
  readonly when: {
    readonly purpose?: Purpose;
    readonly retentionDaysAtMost?: number;
    readonly sensitiveData?: boolean;
    readonly continuousWithoutNeed?: boolean;
  };
  readonly means: Means;
  readonly note: string;
}

/** A change an owner made, shown wherever it applied. */
export interface Override {
  readonly reason: string;
  readonly author: string;
  /** The day it was made: `2026-11-24`. */
  readonly date: string;
}

/** One place's law as the decision reads it, with the words a person reads. */
export interface PlaceLaw {
  readonly place: string;
  readonly name: string;
  readonly phone: Means;
  readonly video: Means;
  readonly confidence: "settled" | "disputed";
  readonly isFloor: boolean;
  readonly activeConsentAdvised: boolean;
  readonly announcementMustBeRecorded: boolean;
  readonly noticeMethods: readonly ("voice" | "beep_15s")[];
  readonly noticeMustSay: readonly NoticeWords[];
  readonly rejectsMayBe: boolean;
  readonly evidenceLimitedWithoutNotice: boolean;
  readonly exceptions: readonly Exception[];
  readonly override: Override | undefined;
  readonly citations: LawCitations;
  /** The law in a few plain sentences. */
  readonly summary: string;
  /** How the law stands against the 2017 article; undefined outside the United States. */
  readonly since2017: { readonly changed: boolean; readonly why: string } | undefined;
}

/** The loaded law. It satisfies `RuleSet` of `@ringtrail/core/consent`. */
export interface LoadedRuleSet {
  readonly name: string;
  readonly version: string;
  /** SHA-256 over the whole set, hex, whichever countries were loaded. */
  readonly hash: string;
  readonly asOf: string;
  readonly fromMs: number;
  readonly places: ReadonlyMap<string, PlaceLaw>;
  readonly memberOf: ReadonlyMap<string, string>;
  readonly countries: ReadonlySet<string>;
  readonly subdivided: ReadonlySet<string>;
  readonly notLoaded: ReadonlySet<string>;
  readonly areaCodes: ReadonlyMap<
    string,
    { readonly places: readonly string[]; readonly placeless: NoPlace | undefined }
  >;
  readonly callingCodes: ReadonlyMap<string, readonly string[]>;
  readonly principles: Readonly<Record<PrincipleName, LawCitations>>;
}

/** The rules the decision itself follows, each with its authorities. */
export const principleNames = [
  "caller_refused",
  "announcement_failed",
  "announcement_not_recorded",
  "active_consent_missing",
  "no_baa",
  "card_data",
  "child_without_parental_consent",
  "nobody_consented",
  "criminal_purpose",
  "strictest_wins",
  "number_is_a_hint",
  "unknown_is_strict",
  "newcomer_restarts",
  "always_announce",
  "voiceprint_needs_release",
  "hipaa_obligations",
  "counts_as_recording",
] as const;

/** One of them. */
export type PrincipleName = (typeof principleNames)[number];

/** Why a rule set is refused. The permanent code, the file and the place in it. */
export type RuleSetBroken =
  /** A file does not have the shape its schema asks for. */
  | { readonly code: "rule_set_malformed"; readonly file: string; readonly at: string }
  /** A file is not the one that was sealed. */
  | { readonly code: "rule_set_hash_wrong"; readonly file: string }
  /** A file is missing or is no JSON. */
  | { readonly code: "rule_set_unreadable"; readonly file: string }
  /** A country was asked for by name and has no file. */
  | { readonly code: "country_has_no_file"; readonly country: string }
  /** An owner's override is incomplete or names a place without a rule. */
  | { readonly code: "override_wrong"; readonly at: string };

/** The rule set, or why it is refused. */
export type Loaded<Value = LoadedRuleSet> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: RuleSetBroken };
