import { z } from "zod";
import { MatchKind } from "./call-summary.ts";
import { Probability } from "./moment.ts";
import { TouchShown } from "./touch.ts";

/** One reason a candidate is more or less likely. */
export const FactorShown = z
  .object({
    name: z.string().describe("shown_ago, tel_tap, copied, still_on_page, same_region, source_number or sole_holder."),
    weight: z.number().nonnegative().describe("How many times likelier it makes the call; 1 changes nothing."),
    fact: z.union([z.number(), z.string(), z.boolean()]).describe("The fact behind it; numbers are milliseconds."),
    words: z.string().describe("The same in English."),
  })
  .meta({ id: "Factor" });
export type FactorShown = z.infer<typeof FactorShown>;

/** A visit that may have called. */
export const CandidateShown = z
  .object({
    visit: z.uuid(),
    touch: TouchShown,
    probability: Probability,
    factors: z.array(FactorShown),
  })
  .meta({ id: "Candidate" });
export type CandidateShown = z.infer<typeof CandidateShown>;

/** Who called, as probabilities that add up to one: all candidates, `returning` and `nobody`. */
export const CallMatchShown = z
  .object({
    kind: MatchKind,
    candidates: z.array(CandidateShown).describe("Most probable first."),
    returning: Probability.describe("An earlier caller who calls again without a visit behind it."),
    nobody: Probability.describe("None of the visits we know."),
    confidence: Probability.describe("The largest of them all."),
    model: z.string().describe("The model that judged the call, with its version."),
  })
  .meta({ id: "CallMatch" });
export type CallMatchShown = z.infer<typeof CallMatchShown>;
