import { createHash } from "node:crypto";
import { err, minute, ok, second, type Milliseconds, type Result } from "@ringtrail/core";
import type { KeptSound } from "@ringtrail/core/ports";
import { telephoneRate, telephoneWav } from "@ringtrail/telephony/sound";
import { decodeMp3, looksLikeMp3 } from "./decode-mp3.ts";
import { parseWav } from "./parse-wav.ts";
import type { SoundRefused } from "./sound-refused.ts";
import { toTelephoneRate } from "./to-telephone-rate.ts";

/** A file made fit for telephones. */
export interface TelephoneSound extends Pick<KeptSound, "sha256" | "mediaType" | "lengthMs" | "telephoneSha256"> {
  readonly telephone: Uint8Array;
}

/** No caller listens for longer before the business rings. */
export const mostSoundMs: Milliseconds = 2 * minute;
/** A shorter sound is a click. */
export const leastSoundMs: Milliseconds = second / 4;
/** Uncompressed, two minutes of the best usual quality are 35 MB; nobody needs that on a telephone. */
export const mostSoundBytes = 12 * 1024 * 1024;
/** A hundredth of full loudness: nothing below it is heard on a line. */
const leastPeak = 328;
/** Of the whole length; less of it is a crackle, and no words. */
const leastLoud = 0.02;

/**
 * Reads a WAV or an MP3 by what it holds, whatever it is called, and makes of it what every carrier plays: a WAV of
 * 8 kHz, mono, 16 bit.
 */
export async function makeTelephoneSound(file: Uint8Array): Promise<Result<TelephoneSound, SoundRefused>> {
  const isMp3 = looksLikeMp3(file);
  const plain = isMp3 ? await decodeMp3(file, mostSoundMs) : parseWav(file, mostSoundMs);
  if (!plain.ok) return plain;
  const { samples, rate } = plain.value;
  const lengthMs = Math.round((samples.length * 1_000) / rate);
  if (samples.length * 1_000 > mostSoundMs * rate) {
    return err({ code: "sound_too_long", mostSeconds: mostSoundMs / second });
  }
  if (lengthMs < leastSoundMs) return err({ code: "sound_too_short", leastMs: leastSoundMs });
  const heard = await toTelephoneRate(plain.value);
  if (heard.filter((sample) => Math.abs(sample) >= leastPeak).length < heard.length * leastLoud)
    return err({ code: "sound_silent" });
  const telephone = telephoneWav(heard);
  return ok({
    sha256: sha256(file),
    mediaType: isMp3 ? "audio/mpeg" : "audio/wav",
    lengthMs: Math.round((heard.length * 1_000) / telephoneRate),
    telephoneSha256: sha256(telephone),
    telephone,
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
