import type { CareWord } from "../care-word.ts";
import type { Jurisdiction, RecordingPolicy } from "../consent/recording-question.ts";
import type { HealthcareSettings } from "../healthcare/healthcare-settings.ts";
import type { PoolId } from "../ids.ts";
import type { E164 } from "../phone-number.ts";
import type { Instant } from "../time.ts";
import type { FlowSteps } from "./flow-step.ts";
import type { Announcement, PlaceWording } from "./announcement.ts";

/** A person who answers calls was told of the recording once and for all, and we have it on file. */
export interface StandingNotice {
  /** The phone this person answers. */
  readonly phone: CareWord<E164>;
  /** Who was told: a name or a user's id. */
  readonly person: CareWord;
  readonly toldAt: Instant;
  /** SHA-256 of what the person was told or signed, hex. */
  readonly textSha256: string;
}

/** Where the person sits who answers a phone of the business. */
export interface PhoneSeat {
  readonly phone: CareWord<E164>;
  /** ISO 3166: `US-WA`. */
  readonly place: Jurisdiction;
}

/** Recording switched off for parts of what a flow answers. */
export interface RecordingSwitches {
  readonly numbers: readonly E164[];
  readonly pools: readonly PoolId[];
}

/** What a caller goes through on a number of this flow. */
export interface CallFlow {
  /** The business phone that rings, and the one that rings when everything else fails. */
  readonly destination: CareWord<E164>;
  readonly ringSeconds: number;
  readonly announcement: Announcement;
  /** Wordings for calls that a certain place governs, in place of `announcement`. */
  readonly placeWordings?: readonly PlaceWording[] | undefined;
  /** False: no call of this flow is recorded and nothing is announced. */
  readonly recordingWanted: boolean;
  /** Numbers and pools whose calls are not recorded although the flow's are. */
  readonly recordingOff?: RecordingSwitches | undefined;
  /** What the owner wants where the law leaves a choice: silence (with reason and author), the business side alone. */
  readonly recordingPolicy?: RecordingPolicy | undefined;
  /**
   * The owner wants no call put through that heard no notice: who decided it, and why. Undefined puts a call whose
   * notice failed through, unrecorded.
   */
  readonly noCallWithoutNotice?: { readonly reason: string; readonly author: string } | undefined;
  /** Who of those that answer was told beforehand. Everybody else is told by a whisper. */
  readonly standingNotices?: readonly StandingNotice[] | undefined;
  /** Where those who answer sit. A phone that is not named is taken to be where the business is. */
  readonly seats?: readonly PhoneSeat[] | undefined;
  /** Where the recorder stands: the region the carrier records in, or the place of the business's own PBX. */
  readonly recorderPlace?: Jurisdiction | undefined;
  /** What the caller goes through; undefined rings `destination` at once. */
  readonly steps?: FlowSteps | undefined;
  /** Callers whose calls are turned away. */
  readonly blocked?: readonly CareWord<E164>[] | undefined;
  /** The carrier is asked for callers' names, behind the answer and for money. */
  readonly lookUpCallers?: boolean | undefined;
  /** Healthcare mode: its calls lie on the care side alone, and marketing is told counts. Not taken off again. */
  readonly isHealthcare?: boolean | undefined;
  readonly healthcare?: HealthcareSettings | undefined;
  /** Callers the owner vouches for: nothing they do looks like spam, and no challenge stops them. */
  readonly allowed?: readonly CareWord<E164>[] | undefined;
}
