import { z } from "zod";
import { CallSummary, LegEndShape, MatchKind } from "./call-summary.ts";
import { Time } from "./paging.ts";
import { RecordingDecisionShape } from "./recording-decision.ts";
import { TouchShape } from "./touch.ts";

/** One reason a candidate is more or less likely. */
export const FactorShape = z
  .object({
    name: z.enum(["shown_ago", "tel_tap", "still_on_page", "same_region", "source_number", "sole_holder"]),
    weight: z.number().nonnegative().describe("How many times likelier it makes the call."),
    fact: z.union([z.number(), z.string(), z.boolean()]),
  })
  .meta({ id: "Factor" });

/** A visit that may have called. */
export const CandidateShape = z
  .object({
    visit: z.uuid(),
    touch: TouchShape,
    probability: z.number().min(0).max(1),
    factors: z.array(FactorShape),
  })
  .meta({ id: "Candidate" });

/** Who called, as probabilities that add up to one, `nobody` included. */
export const CallMatchShape = z
  .object({
    kind: MatchKind,
    candidates: z.array(CandidateShape),
    returning: z.number(),
    nobody: z.number(),
    confidence: z.number(),
    model: z.string(),
  })
  .meta({ id: "CallMatch" });

/** A page as the leading visit saw it. */
export const PageShape = z.object({ path: z.string(), title: z.string(), at: Time }).meta({ id: "Page" });

/** One moment of a call. */
export const MomentShape = z
  .object({
    kind: z.enum([
      "rang",
      "notice_ended",
      "refused",
      "answered",
      "dial_ended",
      "recording_started",
      "recording_ready",
      "recording_absent",
      "ended",
    ]),
    at: Time,
    end: LegEndShape.optional(),
  })
  .meta({ id: "Moment" });

/** One link of the account's chain of proofs. */
export const ProofShape = z
  .object({
    sequence: z.number().int(),
    kind: z.enum(["decided", "heard", "refused", "recording_allowed"]),
    at: Time,
    wording: z.string(),
    language: z.string(),
    hash: z.string(),
  })
  .meta({ id: "Proof" });

/** A stored recording. Its sound is fetched by a short-lived link. */
export const RecordingShape = z
  .object({
    id: z.uuid(),
    lengthMs: z.number().int(),
    channels: z.union([z.literal(1), z.literal(2)]),
    size: z.number().int().describe("Bytes as it is played."),
    storedAt: Time,
  })
  .meta({ id: "Recording" });

/** Everything a call page shows. */
export const CallDetail = CallSummary.extend({
  /** The caller's number: masked for whoever may not see callers; absent when it was withheld. */
  caller: z.string().optional(),
  match: CallMatchShape.optional(),
  /** Pages of the leading candidate's visit, in order. */
  pages: z.array(PageShape),
  timeline: z.array(MomentShape),
  decision: RecordingDecisionShape.optional(),
  proofs: z.array(ProofShape),
  recording: RecordingShape.optional(),
  healed: z.boolean().describe("Heard of afterwards, from a spool or the carrier's list."),
}).meta({ id: "CallDetail" });
export type CallDetail = z.infer<typeof CallDetail>;
