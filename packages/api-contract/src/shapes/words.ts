import { z } from "zod";

/** The name of an uploaded sound. */
export const SoundSha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("SHA-256 of the file as it was uploaded, hex.");

/** Something that is said on the telephone. */
export const WordsShown = z
  .strictObject({
    text: z.string().min(1).max(1_000),
    language: z.string().min(2).max(35).describe("A language tag: `en-US`, `es-US`."),
    sound: SoundSha256.optional().describe(
      "An uploaded sound that is played; `text` is what it says. Absent: the carrier's voice speaks the text.",
    ),
  })
  .meta({ id: "Words" });
