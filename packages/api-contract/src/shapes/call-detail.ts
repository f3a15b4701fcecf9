import { z } from "zod";
import { CallMatchShown } from "./call-match.ts";
import { CallSummary } from "./call-summary.ts";
import { Moment } from "./moment.ts";
import { DecisionShown, ProofShown } from "./recording-decision.ts";
import { LandingShown, PageShown } from "./touch.ts";

/** One thing that happened: to the leading visit before the ring, then to the call. */
export const MomentShown = z
  .object({
    kind: z.enum([
      "visit_began",
      "shown",
      "tapped",
      "rang",
      "notice_ended",
      "notice_missed",
      "refused",
      "agreed",
      "declined",
      "chose",
      "text_due",
      "texted",
      "text_failed",
      "dialled",
      "answered",
      "business_told",
      "recording_started",
      "pause_asked",
      "resume_asked",
      "agent_pressed",
      "joined",
      "newcomer_told",
      "recording_paused",
      "recording_resumed",
      "dial_ended",
      "ended",
      "recording_ready",
      "recording_absent",
      "recording_stored",
    ]),
    at: Moment,
    end: z.enum(["answered", "busy", "no_answer", "failed", "canceled"]).optional(),
    ms: z.number().int().nonnegative().optional().describe("How long it lasted, in milliseconds."),
    why: z.string().optional(),
  })
  .meta({ id: "TimelineMoment" });
export type MomentShown = z.infer<typeof MomentShown>;

/** Who called. Masked unless the one who asks holds the scope `callers:read`. */
export const CallerShown = z
  .object({
    number: z.string().optional().describe("E.164, or masked; absent when the caller withheld it."),
    name: z.string().optional().describe("Only with `callers:read`."),
    isMasked: z.boolean(),
  })
  .meta({ id: "Caller" });
export type CallerShown = z.infer<typeof CallerShown>;

/** A stored recording. Its sound is had through a link that expires. */
export const RecordingShown = z
  .object({
    id: z.uuid(),
    lengthMs: z.number().int().nonnegative(),
    channels: z.union([z.literal(1), z.literal(2)]).describe("2: caller left, business right."),
    size: z.number().int().nonnegative().describe("Bytes of the sound as it is played."),
    mediaType: z.string(),
    sha256: z.string().describe("Of the sound at capture, hex."),
    storedAt: Moment,
  })
  .meta({ id: "Recording" });
export type RecordingShown = z.infer<typeof RecordingShown>;

/** Everything the page of one call shows. */
export const CallDetail = CallSummary.extend({
  carrierRef: z.string().describe("The carrier's own id of the call."),
  healed: z.boolean().describe("Heard of afterwards, because the server or its database was down."),
  caller: CallerShown.optional().describe("Absent until the care side has stored it."),
  landing: LandingShown.optional().describe("Where the leading visit began."),
  pages: z.array(PageShown).describe("Pages of the leading visit, in order."),
  match: CallMatchShown.optional(),
  timeline: z.array(MomentShown).describe("Oldest first."),
  decision: DecisionShown.optional().describe("Absent where no recording is wanted."),
  proofs: z.array(ProofShown),
  recording: RecordingShown.optional().describe("Absent until it is stored."),
}).meta({ id: "CallDetail" });
export type CallDetail = z.infer<typeof CallDetail>;
