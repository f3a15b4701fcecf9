import { z } from "zod";
import { Means } from "./means.ts";
import { Moment } from "./moment.ts";

/** One reason of a decision. Its further facts depend on the code. */
export const ReasonShown = z
  .looseObject({ code: z.string(), words: z.string().describe("The reason in English.") })
  .meta({ id: "RecordingReason" });
export type ReasonShown = z.infer<typeof ReasonShown>;

/** One authority behind a decision. */
export const CitationShown = z
  .object({
    text: z.string(),
    of: z.string().describe("The place whose rule it is, or the name of a rule of ours."),
    verification: z.string(),
    asOf: z.string(),
    sources: z.array(z.string()),
  })
  .meta({ id: "Citation" });
export type CitationShown = z.infer<typeof CitationShown>;

/** Whether the call may be recorded, and why. Facts, not legal advice. */
export const DecisionShown = z
  .object({
    headline: z.string().describe("What to do, in one English sentence."),
    lines: z.array(z.string()).describe("Why, a sentence each, the one that decided first."),
    footnote: z.string().describe("Which rule set answered, and that it is no legal advice."),
    minimum: Means.describe("The least the law asks for."),
    recommended: Means,
    applied: Means.describe("What was done for this call."),
    sides: z.enum(["both", "business_only", "none"]),
    governing: z.object({ place: z.string(), party: z.string(), evidence: z.string(), rule: z.string() }),
    considered: z.array(z.object({ party: z.string(), place: z.string(), evidence: z.string(), alone: Means })),
    reasons: z.array(ReasonShown),
    citations: z.array(CitationShown),
    ruleSet: z.object({ name: z.string(), version: z.string(), hash: z.string(), asOf: z.string() }),
  })
  .meta({ id: "RecordingDecision" });
export type DecisionShown = z.infer<typeof DecisionShown>;

/** One link of the account's chain of proofs. */
export const ProofShown = z
  .object({
    sequence: z.number().int().positive(),
    kind: z.enum([
      "decided",
      "heard",
      "agreed",
      "declined",
      "refused",
      "recording_allowed",
      "told",
      "repeated",
      "recording_started",
      "paused",
      "resumed",
      "unrecorded",
    ]),
    key: z.string().optional().describe("Tells apart proofs of one kind in one call."),
    at: Moment,
    applied: Means.describe("What the decision in this proof said."),
    wording: z.string().describe("The notice as it was spoken."),
    wordingSha256: z.string(),
    language: z.string(),
    facts: z
      .looseObject({})
      .optional()
      .describe("What else it proves: inputs, party, how they were told, instants, answer, pause. Instants in UTC ms."),
    hash: z.string(),
    previousHash: z.string(),
  })
  .meta({ id: "Proof" });
export type ProofShown = z.infer<typeof ProofShown>;
