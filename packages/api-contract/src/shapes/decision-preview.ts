import { z } from "zod";
import { Means } from "./means.ts";
import { CitationShown, DecisionShown } from "./recording-decision.ts";

/** An authority with how well it was checked, in words. */
export const CheckedCitation = CitationShown.extend({
  checked: z.string().describe("What `verification` means, in English: `source read`."),
}).meta({ id: "CheckedCitation" });
export type CheckedCitation = z.infer<typeof CheckedCitation>;

const Reading = z.object({ means: Means, words: z.string() });

/** One place that may govern, with what it would say if it were the only one. */
export const PlaceConsidered = z
  .object({
    party: z.string().describe("Whose place it is: `business`, `agent`, `recorder`, `caller` or `newcomer`."),
    place: z.string().describe("The code, or `unknown`."),
    name: z.string(),
    evidence: z.string().describe("Where the place comes from; only `stated` can earn silence."),
    rule: z.string().describe("The place whose rule answered: `EU` for Lithuania."),
    alone: Means,
    law: Means.describe("The same before the circumstances of the call are looked at."),
    words: z.string(),
  })
  .meta({ id: "PlaceConsidered" });
export type PlaceConsidered = z.infer<typeof PlaceConsidered>;

/** The decision on a call that was only thought of, with every step in words. Facts, not legal advice. */
export const DecisionPreview = DecisionShown.extend({
  scope: z.enum(["call", "segment"]).describe("`segment`: only this part of the call, as while a card is read out."),
  governing: DecisionShown.shape.governing.extend({ name: z.string(), words: z.string() }),
  considered: z.array(PlaceConsidered),
  readings: z
    .object({ placeOfRecording: Reading, callerLaw: Reading })
    .describe("What each reading of whose law counts would say alone."),
  citations: z.array(CheckedCitation),
  detail: z.object({
    announcementMustBeRecorded: z.boolean(),
    obligations: z.array(z.string()),
    blockedFeatures: z.array(z.string()),
    reannounce: z.boolean(),
    wordingDefect: z.boolean(),
    noticeSatisfiedBy: z.string(),
    noticeMustSay: z.array(z.string()),
    activeConsentAdvised: z.boolean(),
  }),
}).meta({ id: "RecordingDecisionPreview" });
export type DecisionPreview = z.infer<typeof DecisionPreview>;
