import { z } from "zod";

/** What may be done with a call. */
export const RecordingMeansShape = z.enum(["silent", "announce", "active_consent", "do_not_record"]);

/** Whether a call may be recorded, and why, as data and in plain words. */
export const RecordingDecisionShape = z
  .object({
    minimum: RecordingMeansShape.describe("The least the law asks for."),
    recommended: RecordingMeansShape,
    applied: RecordingMeansShape.describe("What was done."),
    headline: z.string(),
    lines: z.array(z.string()).describe("Why, a sentence each, the one that decided first."),
    citations: z.array(z.object({ text: z.string(), of: z.string(), verification: z.string() })),
    footnote: z.string(),
    ruleSet: z.object({ name: z.string(), version: z.string(), asOf: z.string(), hash: z.string() }),
  })
  .meta({ id: "RecordingDecision" });
