import { z } from "zod";
import { Moment } from "./moment.ts";
import { QuietHours } from "./quiet-hours.ts";

/** What happened, by its permanent name. */
export const FactKindShown = z
  .enum([
    "call.started",
    "call.answered",
    "call.completed",
    "call.credited",
    "call.recorded",
    "call.updated",
    "voicemail",
    "form",
    "notice",
    "digest",
    "test",
  ])
  .meta({ id: "FactKind" });

const chosen = FactKindShown.exclude(["test"]);

const shared = {
  name: z.string().trim().min(1).max(80),
  facts: z.array(chosen).min(1).max(20).describe("The events it wants."),
  site: z.uuid().optional().describe("Only this site's events."),
  isOn: z.boolean().default(true),
};

/** A destination as it is set up. */
export const DestinationWanted = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("webhook"),
      ...shared,
      url: z.url().max(2_000).describe("Where events are posted, https."),
      sendsCaller: z
        .boolean()
        .default(false)
        .describe(
          "Send callers' numbers and names; those of a site in healthcare mode only where `coveredBy` says so.",
        ),
      coveredBy: z
        .string()
        .trim()
        .min(3)
        .max(200)
        .optional()
        .describe("The business associate agreement that covers whoever receives this: with whom, and its date."),
    }),
    z.strictObject({
      kind: z.literal("email"),
      ...shared,
      to: z.email().max(254),
      quiet: QuietHours.optional(),
      timeZone: z.string().max(64).default("UTC").describe("Whose days the weekly digest counts."),
    }),
    z.strictObject({
      kind: z.literal("slack"),
      ...shared,
      url: z.url().max(2_000).optional().describe("Slack's incoming webhook. A secret: it is never shown again."),
      quiet: QuietHours.optional(),
    }),
  ])
  .meta({ id: "DestinationWanted" });
export type DestinationWanted = z.input<typeof DestinationWanted>;

/** Where events are sent, and how it is. */
export const DestinationShown = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    name: z.string(),
    isOn: z.boolean(),
    facts: z.array(FactKindShown),
    site: z.uuid().optional(),
    settings: z.record(z.string(), z.unknown()).describe("What its kind needs; no secret is among them."),
    failures: z.number().int().describe("Failures in a row; 0 while all is well."),
    failingSince: Moment.optional(),
    createdAt: Moment,
  })
  .meta({ id: "Destination" });
export type DestinationShown = z.infer<typeof DestinationShown>;

/** A destination just made, with the secret it signs with. */
export const CreatedDestination = DestinationShown.extend({
  secret: z.string().optional().describe("`whsec_...`: what a webhook is signed with. Shown this once."),
}).meta({ id: "CreatedDestination" });
export type CreatedDestination = z.infer<typeof CreatedDestination>;

const TryShown = z.object({
  at: Moment,
  tookMs: z.number().int(),
  status: z.number().int().optional(),
  trouble: z.string().optional().describe("A permanent code: why there was no good answer."),
  answer: z.string().optional().describe("The beginning of what was answered."),
  isCut: z.boolean().optional().describe("The answer went on; we stopped reading."),
});

/** One sending of one event to one destination. */
export const DeliveryShown = z
  .object({
    id: z.uuid(),
    destination: z.uuid(),
    event: z.object({
      id: z.uuid().describe("The webhook-id: the same for every repetition."),
      type: FactKindShown,
      subject: z.uuid().describe("The call it is about."),
      sequence: z.number().int(),
      at: Moment,
    }),
    why: z.enum(["live", "replay", "test"]),
    state: z.enum(["waiting", "delivered", "skipped", "dead"]),
    createdAt: Moment,
    dueAt: Moment.optional().describe("When it is tried next."),
    request: z.string().optional().describe("The body that was sent last, callers masked."),
    tries: z.array(TryShown).describe("Every attempt, oldest first."),
  })
  .meta({ id: "Delivery" });
export type DeliveryShown = z.infer<typeof DeliveryShown>;
