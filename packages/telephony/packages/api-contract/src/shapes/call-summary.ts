import { z } from "zod";
import { Time } from "./paging.ts";
import { TouchShape } from "./touch.ts";

/** How the leg to the business ended. */
export const LegEndShape = z.enum(["answered", "busy", "no_answer", "failed", "canceled"]);

/** Where a call is now. */
export const CallStateShape = z
  .object({
    phase: z.enum(["ringing", "dialing", "talking", "ended"]),
    businessEnd: LegEndShape.optional(),
    refused: z.boolean().describe("The caller refused to be recorded."),
    noticeEndedAt: Time.optional(),
    answeredAt: Time.optional(),
    endedAt: Time.optional(),
    talkMs: z.number().int().nonnegative(),
    lengthMs: z.number().int().nonnegative(),
    recording: z.enum(["none", "running", "waiting", "stored", "absent"]),
  })
  .meta({ id: "CallState" });
export type CallStateShape = z.infer<typeof CallStateShape>;

/** Who called, in one word: see the attribution guide. */
export const MatchKind = z.enum(["exact", "likely", "ambiguous", "returning", "outside", "pollution", "none"]);

/** One row of the call list. */
export const CallSummary = z
  .object({
    id: z.uuid(),
    site: z.uuid(),
    number: z.string().describe("The tracking number that rang, in E.164."),
    rangAt: Time,
    state: CallStateShape,
    matchKind: MatchKind.optional(),
    confidence: z.number().min(0).max(1).optional(),
    touch: TouchShape.optional(),
    landingPath: z.string().optional(),
  })
  .meta({ id: "CallSummary" });
export type CallSummary = z.infer<typeof CallSummary>;
