/** The file is no sound we can read. `says` names what is wrong with it, or what to save it as. */
export interface SoundUnreadable {
  readonly code: "sound_unreadable";
  readonly says: string;
}

/** Why a file cannot be heard in calls. The code is permanent. */
export type SoundRefused =
  | SoundUnreadable
  /** Callers would wait for too long, or hear a click. */
  | { readonly code: "sound_too_long"; readonly mostSeconds: number }
  | { readonly code: "sound_too_short"; readonly leastMs: number }
  /** Nothing can be heard in it: a notice in such a file would be a notice nobody got. */
  | { readonly code: "sound_silent" };
