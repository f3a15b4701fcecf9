import type { SoundHash } from "../call-flow/words.ts";
import type { AccountId } from "../ids.ts";
import type { Instant, Milliseconds } from "../time.ts";

/** A sound file an owner uploaded, to be heard in calls. */
export interface KeptSound {
  /** SHA-256 of the file as it was uploaded, hex. It names the sound everywhere, proofs included. */
  readonly sha256: SoundHash;
  /** The file's name, for people. */
  readonly name: string;
  readonly mediaType: "audio/wav" | "audio/mpeg";
  /** Bytes of the file as it was uploaded. */
  readonly size: number;
  /** How long it sounds. */
  readonly lengthMs: Milliseconds;
  /** SHA-256 of what telephones hear: the same sound as an 8 kHz mono WAV, hex. */
  readonly telephoneSha256: string;
  readonly uploadedAt: Instant;
  /** Who uploaded it, as the audit log names them. */
  readonly uploadedBy: string;
}

/** A sound to be kept, with both its files. */
export interface NewSound extends KeptSound {
  readonly original: Uint8Array;
  readonly telephone: Uint8Array;
}

/** An account's own sounds. None is ever changed or removed: a proof that names one must be able to show it. */
export interface SoundStore {
  /** Keeps the sound: `known` when this very file is kept already, `full` when the account has `most` of them. */
  keep(account: AccountId, sound: NewSound, most: number): Promise<"kept" | "known" | "full">;
  /** Newest first. */
  sounds(account: AccountId): Promise<readonly KeptSound[]>;
  /** The file as it was uploaded, or as telephones hear it. */
  soundFile(account: AccountId, sha256: SoundHash, which: "original" | "telephone"): Promise<Uint8Array | undefined>;
}
