import { z } from "zod";
import { Moment } from "./moment.ts";
import { SoundSha256 } from "./words.ts";

/** A sound that can be heard: the account's own, or one that Ringtrail ships. */
const Heard = z.object({
  lengthMs: z.number().int().positive(),
  url: z.string().describe("Plays it as telephones hear it, for an hour, without further sign-in."),
});

/** A sound an owner uploaded. It is never changed or removed: proofs name it. */
export const SoundShown = Heard.extend({
  sha256: SoundSha256,
  name: z.string(),
  mediaType: z.enum(["audio/wav", "audio/mpeg"]),
  size: z.number().int().positive().describe("Bytes of the file as it was uploaded."),
  telephoneSha256: z.string().describe("SHA-256 of what is played: 8 kHz, mono, 16 bit."),
  uploadedAt: Moment,
  uploadedBy: z.string(),
}).meta({ id: "Sound" });
export type SoundShown = z.infer<typeof SoundShown>;

/** A sentence as it is shipped, spoken: for a PBX without a voice of its own, and to hear what callers will hear. */
export const ShippedSoundShown = Heard.extend({ text: z.string(), language: z.string() }).meta({ id: "ShippedSound" });
export type ShippedSoundShown = z.infer<typeof ShippedSoundShown>;
