import { z } from "zod";
import { CheckedCitation } from "./decision-preview.ts";
import { Means } from "./means.ts";

/** A change the owner made to a rule. */
export const OverrideShown = z.object({
  reason: z.string(),
  author: z.string(),
  date: z.string().describe("The day it was made: `2026-11-24`."),
});

/** A rule set by its name, version and hash. */
export const RuleSetShown = z
  .object({
    name: z.string(),
    version: z.string(),
    asOf: z.string(),
    hash: z.string().describe("SHA-256 over the whole set, hex."),
  })
  .meta({ id: "RuleSet" });
export type RuleSetShown = z.infer<typeof RuleSetShown>;

/** What one place's law asks for, and what it means for this business. */
export const PlaceLawShown = z
  .object({
    place: z.string(),
    name: z.string(),
    law: Means.describe("What the place asks for a telephone call if it were the only place."),
    answer: Means.describe("The least the law asks for when this business and a caller there talk."),
    recommended: Means,
    headline: z.string().describe("The answer in one English sentence."),
    governing: z.object({ place: z.string(), name: z.string(), words: z.string() }),
    noticeInside: z.boolean().describe("By the answer the notice must be heard inside the recording too."),
    lawNoticeInside: z.boolean().describe("The place itself wants the notice inside the recording."),
    isDisputed: z
      .boolean()
      .describe("Courts or statutes disagree, or nothing was found; the stricter reading is taken."),
    activeConsentAdvised: z.boolean(),
    citations: z.array(CheckedCitation).describe("The place's own authorities."),
    override: OverrideShown.optional(),
  })
  .meta({ id: "PlaceLaw" });
export type PlaceLawShown = z.infer<typeof PlaceLawShown>;
