import { err, ok, type AccountId, type Result } from "@ringtrail/core";
import type { KeptSound } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";
import { makeTelephoneSound } from "../sounds/make-telephone-sound.ts";
import type { SoundRefused } from "../sounds/sound-refused.ts";

/** A file that was uploaded to be heard in calls. */
export interface SoundToKeep {
  readonly account: AccountId;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Who uploads it: named in the audit log and beside the sound. */
  readonly actor: string;
}

/** Sounds are never removed, so an account may have no more of them than a business ever needs. */
export const mostSounds = 200;

/** Makes a file fit for telephones and keeps both. The same file again answers the sound that is there. */
export async function keepSound(
  { sounds, accounts, now }: Pick<Deps, "sounds" | "accounts" | "now">,
  { account, name, bytes, actor }: SoundToKeep,
): Promise<Result<KeptSound, SoundRefused | { readonly code: "sound_limit_reached"; readonly most: number }>> {
  const made = await makeTelephoneSound(bytes);
  if (!made.ok) return made;
  const { telephone, ...facts } = made.value;
  const sound: KeptSound = { ...facts, name, size: bytes.length, uploadedAt: now(), uploadedBy: actor };
  const outcome = await sounds.keep(account, { ...sound, original: bytes, telephone }, mostSounds);
  if (outcome === "full") return err({ code: "sound_limit_reached", most: mostSounds });
  if (outcome === "known") {
    const before = (await sounds.sounds(account)).find(({ sha256 }) => sha256 === sound.sha256);
    return ok(before ?? sound);
  }
  const entry = { actor, action: "sound.uploaded", object: sound.sha256, at: now(), facts: { size: bytes.length } };
  await accounts.audit(account, entry);
  return ok(sound);
}
