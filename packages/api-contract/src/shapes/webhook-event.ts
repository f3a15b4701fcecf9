import { z } from "zod";
import { MatchKind } from "./call-summary.ts";
import { FactKindShown } from "./destination.ts";
import { Moment, Probability } from "./moment.ts";

const channelWords = {
  channel: z.string().optional(),
  source: z.string().optional(),
  medium: z.string().optional(),
  campaign: z.string().optional(),
  keyword: z.string().optional(),
  clickId: z.string().optional().describe("The kind of click id found, never its value."),
};

/** A call as a webhook tells it, as it stood when the event happened. */
export const CallInEvent = z
  .object({
    id: z.uuid(),
    number: z.string().optional().describe("The tracking number that was called, E.164. Absent in healthcare mode."),
    site: z.object({
      id: z.uuid(),
      name: z.string().describe("Empty in healthcare mode, unless who called is told too."),
    }),
    rangAt: Moment,
    healed: z.boolean().describe("Heard of later, from the carrier's books."),
    phase: z.enum(["ringing", "dialing", "talking", "ended"]),
    outcome: z.enum(["answered", "missed"]).optional().describe("Absent until the call is over."),
    answeredAt: Moment.optional(),
    endedAt: Moment.optional(),
    talkMs: z.number().int(),
    lengthMs: z.number().int(),
    recordingRefused: z.boolean(),
    text: z
      .object({ dueAt: Moment.optional(), sentAt: Moment.optional(), failed: z.string().optional() })
      .optional()
      .describe("A text the flow wants sent to the caller: due is when a program of yours may send it."),
    spam: z.object({ score: Probability, suspected: z.boolean(), signs: z.array(z.string()) }).optional(),
    credit: z
      .object({
        match: MatchKind,
        confidence: Probability,
        returning: Probability,
        nobody: Probability,
        visit: z.uuid().optional().describe("The visit that leads, when one does."),
        ...channelWords,
        candidates: z
          .array(z.object({ visit: z.uuid(), probability: Probability, ...channelWords }))
          .optional()
          .describe("Who may have called, the likeliest first, at most five. Credit is shared by probability."),
      })
      .optional()
      .describe("Absent until the call was credited, and in healthcare mode."),
    value: z.object({ amount: z.number(), currency: z.string() }).optional(),
    recording: z.object({ id: z.uuid(), lengthMs: z.number().int() }).optional(),
    caller: z
      .object({ number: z.string().nullable().describe("E.164; null when withheld."), name: z.string().optional() })
      .optional()
      .describe("Only where the destination asks for it; in healthcare mode only where `coveredBy` is set too."),
  })
  .meta({ id: "CallInEvent" });

/** A form as a webhook tells it. What somebody wrote in it is not ours to tell: `ref` finds it where it was sent to. */
export const FormInEvent = z
  .object({
    id: z.uuid(),
    site: z.object({ id: z.uuid(), name: z.string().describe("Empty in healthcare mode.") }),
    name: z.string().optional().describe("What its site calls it."),
    ref: z.string().optional().describe("The id that whoever told of it has for it."),
    page: z.string().optional().describe("Path of the page it was sent on."),
    visit: z.uuid().optional().describe("The visit that sent it."),
    credit: z
      .object(channelWords)
      .optional()
      .describe("How whoever sent it came. In healthcare mode the channel is all that is said of a form."),
  })
  .meta({ id: "FormInEvent" });

/** The body of a webhook. Fields may come, none goes or changes its meaning while `version` stays. */
export const WebhookEvent = z
  .object({
    id: z.uuid().describe("Also the header webhook-id: the same for every repetition of this event."),
    type: FactKindShown,
    version: z.literal(1),
    timestamp: Moment.describe("When it happened."),
    sequence: z.number().int().min(1).describe("The place among the events of its call, from 1 without a gap."),
    data: z.object({
      call: CallInEvent.optional(),
      form: FormInEvent.optional(),
      notice: z.record(z.string(), z.unknown()).optional(),
      digest: z.record(z.string(), z.unknown()).optional(),
      message: z.string().optional(),
    }),
  })
  .meta({ id: "WebhookEvent" });
export type WebhookEvent = z.infer<typeof WebhookEvent>;
