import { z } from "zod";
import { Moment, Probability } from "./moment.ts";
import { SpamShown } from "./spam.ts";
import { TouchShown } from "./touch.ts";

const LegEnd = z.enum(["answered", "busy", "no_answer", "failed", "canceled"]);

/** Where a call is, and what all its events add up to. */
export const CallStateShown = z
  .object({
    phase: z.enum(["ringing", "dialing", "talking", "ended"]),
    businessEnd: LegEnd.optional().describe("How the leg to the business ended; absent while it is open."),
    noticeEndedAt: Moment.optional().describe("When the recording notice had been heard to its end."),
    refused: z.boolean().describe("The caller pressed the refusal key."),
    answeredAt: Moment.optional(),
    endedAt: Moment.optional(),
    talkMs: z.number().int().nonnegative().describe("How long caller and business talked, in milliseconds."),
    lengthMs: z.number().int().nonnegative().describe("From the ring to the end for the caller, in milliseconds."),
    recordingStartedAt: Moment.optional(),
    agreed: z
      .boolean()
      .optional()
      .describe("The caller's answer to the question for a yes; absent when none was asked."),
    businessToldAt: Moment.optional().describe("When whoever answered was told of the recording."),
    isPaused: z
      .boolean()
      .optional()
      .describe("The recording rests: a card is read out, or somebody has joined who was not told."),
    spam: SpamShown.optional().describe("Absent when nothing speaks for it and nobody has said anything."),
    text: z
      .object({
        dueAt: Moment.optional().describe("When the flow wanted it: what a hook of your own may wait for."),
        sentAt: Moment.optional().describe("When the carrier took it."),
        failed: z.string().optional().describe("Why there was none, as a code."),
      })
      .optional()
      .describe("A text to the caller's phone, as after a missed call; absent when the flow wanted none."),
    recordingAbsent: z.string().optional().describe("Why the carrier made no recording."),
  })
  .meta({ id: "CallState" });
export type CallStateShown = z.infer<typeof CallStateShown>;

/** What kind of answer a call's credit is. */
export const MatchKind = z.enum(["exact", "likely", "ambiguous", "returning", "outside", "pollution", "none"]);
export type MatchKind = z.infer<typeof MatchKind>;

/** One row of the call list. It holds nothing of the caller. */
export const CallSummary = z
  .object({
    id: z.uuid(),
    site: z.uuid(),
    number: z
      .string()
      .describe(
        "The tracking number that was called, E.164; empty in healthcare mode, where it would tell how the caller came.",
      ),
    rangAt: Moment,
    state: CallStateShown,
    matchKind: MatchKind.optional().describe("Absent until the call has been judged."),
    confidence: Probability.optional(),
    touch: TouchShown.optional().describe("The leading touch. For reading: credit is shared by probability."),
    landingPath: z.string().optional(),
  })
  .meta({ id: "CallSummary" });
export type CallSummary = z.infer<typeof CallSummary>;
