import { z } from "zod";
import { Moment, Probability } from "./moment.ts";

/** Why a call looks like spam. */
export const SpamSignShown = z.enum([
  "said_spam",
  "many_numbers",
  "short_calls",
  "ghost_call",
  "called_resting",
  "silent_calls",
  "neighbour",
  "attestation_failed",
  "withheld",
]);
export type SpamSignShown = z.infer<typeof SpamSignShown>;

/** How much a call looks like spam, and what a person said of it. */
export const SpamShown = z
  .object({
    score: Probability.describe("0 when nothing speaks for it."),
    suspected: z.boolean().describe("Enough to ask for a key before ringing. A call is never hidden for it."),
    signs: z.array(SpamSignShown),
    flagged: z.boolean().describe("Counts as spam: as a person has said, else as it is suspected."),
    said: z
      .object({ isSpam: z.boolean(), by: z.string(), at: Moment })
      .optional()
      .describe("What a person said last; absent while nobody has."),
  })
  .meta({ id: "Spam" });
export type SpamShown = z.infer<typeof SpamShown>;
