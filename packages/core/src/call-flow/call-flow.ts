import type { E164 } from "../phone-number.ts";
import type { Language } from "./call-plan.ts";

/** What the caller hears before a recording. */
export interface Announcement {
  readonly text: string;
  readonly language: Language;
  /** Keypad key that refuses the recording; the call goes on, unrecorded. */
  readonly refusalKey: string | undefined;
}

/** What a caller goes through on a number of this flow. The telephony issue adds greetings, menus, schedules. */
export interface CallFlow {
  /** The business phone that rings. */
  readonly destination: E164;
  readonly ringSeconds: number;
  readonly announcement: Announcement;
  /** False: no call of this flow is recorded and nothing is announced. */
  readonly recordingWanted: boolean;
}

/** The wording every new account starts with. */
export const defaultAnnouncement: Announcement = {
  text: "This call will be recorded for training and quality assurance purposes.",
  language: "en-US",
  refusalKey: "9",
};
