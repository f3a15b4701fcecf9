import type { Jurisdiction, RecordingPurpose } from "./recording-question.ts";
import type { RecordingMeans } from "./recording-means.ts";
import type { Citation, Principle } from "./recording-principle.ts";

/** Names a rule set exactly. */
export interface RuleSetStamp {
  readonly name: string;
  /** Semantic version of the law as data, apart from the code's version. */
  readonly version: string;
  /** SHA-256 over the whole set, hex. */
  readonly hash: string;
  readonly asOf: string;
}

/** What a notice must say in some places. */
export type NoticeContent =
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

/** An answer that differs in stated circumstances. Every condition that is present must hold. */
export interface RuleException {
  readonly when: {
    readonly purpose?: RecordingPurpose;
    readonly retentionDaysAtMost?: number;
    readonly sensitiveData?: boolean;
    /** Every call is recorded without a documented need. */
    readonly continuousWithoutNeed?: boolean;
  };
  readonly means: RecordingMeans;
  readonly note: string;
}

/** A change an owner made to a rule, shown wherever it applied. */
export interface OwnerOverride {
  readonly reason: string;
  readonly author: string;
  /** The day it was made: `2026-11-24`. */
  readonly date: string;
}

/** What one place says of recording a call there. */
export interface PlaceRule {
  readonly place: Jurisdiction;
  readonly name: string;
  readonly phone: RecordingMeans;
  /** Differs from `phone` where a place counts a video call as a conversation. */
  readonly video: RecordingMeans;
  readonly confidence: "settled" | "disputed";
  /** Set where a part of the country may be stricter, so the country's own rule cannot earn `silent`. */
  readonly isFloor: boolean;
  readonly activeConsentAdvised: boolean;
  /** The notice must be heard inside the recording itself. */
  readonly announcementMustBeRecorded: boolean;
  /** Ways of giving notice that satisfy the place. A beep counts only where it is listed. */
  readonly noticeMethods: readonly ("voice" | "beep_15s")[];
  readonly noticeMustSay: readonly NoticeContent[];
  /** "May be recorded" is not enough: the notice must say that the call is recorded. */
  readonly rejectsMayBe: boolean;
  /** A recording made without notice is barred or limited as evidence. */
  readonly evidenceLimitedWithoutNotice: boolean;
  readonly exceptions: readonly RuleException[];
  readonly override: OwnerOverride | undefined;
  /** At least one. */
  readonly citations: readonly [Citation, ...Citation[]];
}

/** Why a number says nothing of a place. */
export type Placeless =
  | "withheld"
  | "toll_free"
  | "personal"
  | "premium"
  | "carrier_specific"
  | "government"
  | "unassigned_area_code"
  | "unassigned_country_code";

/** What an area code of country code 1 says. A code that straddles borders has several places. */
export interface AreaCodeMeaning {
  readonly places: readonly Jurisdiction[];
  /** Set when the code carries no place. */
  readonly placeless: Placeless | undefined;
}

/** A rule set that was not to be had: misshapen, not the sealed one, or unreadable. */
export interface RefusedRuleSet {
  /** The permanent code of what is wrong with it: `rule_set_hash_wrong`. */
  readonly code: string;
  /** The file and the place in it: `US: places.US-CA.phone`. */
  readonly where: string;
}

/**
 * The law as the decision reads it. `@ringtrail/recording-law` builds one; anything of this shape will do.
 */
export interface RuleSet extends RuleSetStamp {
  /** The first instant the set speaks for, in milliseconds since 1970. */
  readonly fromMs: number;
  readonly places: ReadonlyMap<Jurisdiction, PlaceRule>;
  /** Countries whose rule stands under another code: a union's (`LT` to `EU`), a state's (`PR` to `US-PR`). */
  readonly memberOf: ReadonlyMap<Jurisdiction, Jurisdiction>;
  /** Every country code there is: one without a rule is unknown law, not bad input. */
  readonly countries: ReadonlySet<string>;
  /** Countries whose subdivisions are all listed in `places`, so another one is bad input. */
  readonly subdivided: ReadonlySet<string>;
  /** Countries the full set has rules for that were not loaded. */
  readonly notLoaded: ReadonlySet<string>;
  /** Area codes of country code 1. */
  readonly areaCodes: ReadonlyMap<string, AreaCodeMeaning>;
  /** Country calling codes except 1. */
  readonly callingCodes: ReadonlyMap<string, readonly Jurisdiction[]>;
  readonly principles: Readonly<Record<Principle, readonly [Citation, ...Citation[]]>>;
  /**
   * Set when this is the last good set and stands in for one that was refused. What that one would have said is not
   * known, so every call is announced.
   */
  readonly standsInFor?: RefusedRuleSet | undefined;
}
