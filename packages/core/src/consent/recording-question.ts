import type { Instant } from "../time.ts";
import type { RecordingMeans } from "./recording-means.ts";

/** An ISO 3166-1 or 3166-2 code: `DE`, `US-TX`. `EU` stands for a member state that is not known. */
export type Jurisdiction = string;

/** What is known of where the caller is. Nothing known is an answer too: it counts as strict. */
export interface CallerEvidence {
  /** E.164; undefined when withheld. Where the number was first assigned: a hint of place, never a proof. */
  readonly number?: string | undefined;
  /** Only `landline` makes the number a firmer hint. */
  readonly lineType?: "landline" | "mobile" | "voip" | "toll_free" | "unknown" | undefined;
  /** Stated or verified place: the only evidence of the caller that can earn `silent`. */
  readonly declared?: Jurisdiction | undefined;
  /** Place of a web call's network address. */
  readonly geoIp?: Jurisdiction | undefined;
  /** Places of the visits the call may be credited to. They can only add strictness. */
  readonly visits?: readonly { readonly place: Jurisdiction; readonly probability: number }[] | undefined;
  /** Where the caller's bills go. It can only add strictness. */
  readonly billing?: Jurisdiction | undefined;
}

/** Events and circumstances of a call. A flag that is absent is not known; the strict reading applies. */
export interface RecordingFlags {
  /** The caller refused. */
  readonly refused?: boolean | undefined;
  /** The notice finished. */
  readonly announcementPlayed?: boolean | undefined;
  /** The notice did not finish or its end cannot be proved. */
  readonly announcementFailed?: boolean | undefined;
  /** False: the notice is not inside the recording. */
  readonly announcementRecorded?: boolean | undefined;
  /** What the notice says: the call `is` or `may_be` recorded. */
  readonly announcementWording?: "is" | "may_be" | undefined;
  /** True yes, false no, null asked and not answered; undefined not asked yet. */
  readonly activeConsent?: boolean | null | undefined;
  /** How notice is given. Default `voice`. */
  readonly method?: "voice" | "beep_15s" | "beep_only" | undefined;
  /** The place of someone who joined after the notice; `unknown` where nobody says it, which counts as strict. */
  readonly thirdPartyJoined?: Jurisdiction | undefined;
  /** The newcomer has heard the notice. */
  readonly thirdPartyTold?: boolean | undefined;
  /** Somebody only listens; it counts as recording. */
  readonly monitoringOnly?: boolean | undefined;
  /** No sound is kept, only a transcript; it counts as recording. */
  readonly transcriptionOnly?: boolean | undefined;
  /** False: nobody on the call agreed, which is interception. */
  readonly participantConsent?: boolean | undefined;
  readonly purpose?: RecordingPurpose | undefined;
  /** How long recordings are kept, in days. */
  readonly retentionDays?: number | undefined;
  /** Every call is recorded, always. */
  readonly continuousRecording?: boolean | undefined;
  /** Why every call must be recorded is written down. */
  readonly documentedNeed?: boolean | undefined;
  readonly sensitiveData?: "health" | undefined;
  /** The business is bound by HIPAA. */
  readonly hipaa?: boolean | undefined;
  /** Every vendor that touches the sound has signed a business associate agreement. */
  readonly baa?: boolean | undefined;
  /** A payment card is being read out: this part of the call. */
  readonly cardDataSegment?: boolean | undefined;
  /** The service is directed to children; matters online only. */
  readonly childDirected?: boolean | undefined;
  readonly parentalConsent?: boolean | undefined;
  /** Voices are to be matched. */
  readonly voiceprint?: boolean | undefined;
  /** The caller signed a release for the voiceprint. */
  readonly writtenRelease?: boolean | undefined;
}

/** What recordings are for. `criminal` stands for any criminal or tortious purpose. */
export type RecordingPurpose = "quality" | "training" | "documentation" | "orders" | "support" | "criminal";

/** What the owner wants where the law leaves a choice. It never loosens the lawful minimum. */
export interface RecordingPolicy {
  /** Default `announce`. `silent` needs `silence`. */
  readonly want?: RecordingMeans | undefined;
  /** Where the owner switched recording off; with `want: "do_not_record"`. The reason repeats it. */
  readonly offAt?: "flow" | "pool" | "number" | undefined;
  /** Who decided to record silently where that is lawful, and why. */
  readonly silence?: { readonly reason: string; readonly author: string } | undefined;
  /** Record the business side alone when the caller's side may not be recorded. */
  readonly businessSideAlone?: boolean | undefined;
  /** Take the area code for the caller's place. Off by default: numbers move with people. */
  readonly trustAreaCode?: boolean | undefined;
}

/** Everything the decision looks at. */
export interface RecordingQuestion {
  /** When the call is. Undefined asks what the rule set says as it stands. */
  readonly at?: Instant | undefined;
  /** Every place from which the business handles the call. At least one. */
  readonly businessJurisdictions: readonly Jurisdiction[];
  /** The seat of the person answering. */
  readonly agentLocation?: Jurisdiction | undefined;
  /** The seats of everybody who may answer, while it is not known yet who will. */
  readonly agentLocations?: readonly Jurisdiction[] | undefined;
  /** Where the recorder stands. */
  readonly recordingLocation?: Jurisdiction | undefined;
  /** Default `phone`. `video` uses a place's rule for video calls where it differs. */
  readonly channel?: "phone" | "video" | "web_call" | undefined;
  /** Default `inbound`. Kept with the proof; no rule looks at it today. */
  readonly direction?: "inbound" | "outbound" | undefined;
  readonly caller?: CallerEvidence | undefined;
  readonly flags?: RecordingFlags | undefined;
  readonly policy?: RecordingPolicy | undefined;
}

/** Why a question cannot be decided. The code is permanent; `field` names the place in the question. */
export type RecordingQuestionWrong =
  | { readonly code: "business_place_missing"; readonly field: string }
  | { readonly code: "jurisdiction_unknown"; readonly field: string; readonly given: string }
  /** The number itself is not repeated: it is personal data. */
  | { readonly code: "phone_malformed"; readonly field: string }
  | { readonly code: "flag_unknown"; readonly field: string; readonly given: string }
  | {
      readonly code: "value_unknown";
      readonly field: string;
      readonly given: string;
      readonly allowed: readonly string[];
    }
  | { readonly code: "date_before_rule_set"; readonly field: string; readonly asOf: string }
  /** Silence was asked for without a reason and an author. */
  | { readonly code: "silence_unjustified"; readonly field: string }
  /** The country's rules exist and were not loaded. Load them and ask again. */
  | { readonly code: "rules_not_loaded"; readonly field: string; readonly country: string }
  | { readonly code: "question_malformed"; readonly field: string };
