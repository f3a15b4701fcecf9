import { z } from "zod";
import { HealthcareSettingsShown } from "./healthcare-settings.ts";
import { Moment } from "./moment.ts";
import { WordsShown } from "./words.ts";

const Phone = z.string().max(32).describe("E.164.");
const StepName = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w-]+$/);
const Key = z.string().regex(/^[0-9*#]$/);

/** What the parties of a call are told of its recording. */
export const AnnouncementShown = WordsShown.extend({
  refusalKey: Key.optional().describe("The key that refuses the recording; the call goes on, unrecorded."),
  manner: z.enum(["is", "may_be"]).optional().describe("Absent: read out of the text. Some places reject `may_be`."),
  short: WordsShown.optional().describe("One sentence, inside the recording and to whoever answers."),
  question: WordsShown.optional().describe("Asks for a yes where the law wants one."),
}).meta({ id: "Announcement" });

const Hours = z.strictObject({
  timeZone: z.string().max(64).describe("An IANA time zone: `America/Chicago`."),
  weekly: z
    .array(z.strictObject({ day: z.number().int().min(1).max(7), from: z.string().max(5), to: z.string().max(5) }))
    .max(50)
    .describe("1 Monday to 7 Sunday; local times as `09:00`, `24:00` for the day's end."),
  closedOn: z.array(z.string().max(10)).max(400).describe("Local days that are closed whatever the week says."),
});

/** One step of what a caller goes through. */
export const FlowStepShown = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("greeting"), words: WordsShown, next: StepName }),
    z.strictObject({ kind: z.literal("hours"), hours: Hours, open: StepName, closed: StepName }),
    z.strictObject({
      kind: z.literal("menu"),
      words: WordsShown,
      timeoutSeconds: z.number().int().min(1).max(60),
      choices: z.record(z.string(), StepName),
      otherwise: StepName,
    }),
    z.strictObject({
      kind: z.literal("ring"),
      phones: z
        .array(z.strictObject({ phone: Phone, weight: z.number().min(0).max(1_000).optional() }))
        .min(1)
        .max(50),
      how: z.enum(["together", "in_turn", "weighted"]),
      ringSeconds: z.number().int().min(5).max(600),
      unanswered: StepName.optional(),
      sayWhere: z.boolean().optional().describe("Whoever answers hears the source and keyword of the call."),
    }),
    z.strictObject({
      kind: z.literal("place"),
      routes: z.array(z.strictObject({ places: z.array(z.string().max(8)).min(1).max(100), next: StepName })).max(100),
      otherwise: StepName,
    }),
    z.strictObject({ kind: z.literal("challenge"), words: WordsShown, key: Key, passed: StepName, failed: StepName }),
    z
      .strictObject({ kind: z.literal("text"), text: z.string().trim().min(1).max(320), next: StepName })
      .describe("Texts the caller's phone and goes on at once; at most one text a day to a caller, none to suspects."),
    z.strictObject({ kind: z.literal("message"), words: WordsShown, mostSeconds: z.number().int().min(5).max(600) }),
    z.strictObject({ kind: z.literal("goodbye"), words: WordsShown.optional() }),
  ])
  .meta({ id: "FlowStep" });

/** What callers of a site go through, its announcement and its recording included. */
export const CallFlowShown = z
  .strictObject({
    destination: Phone.describe("The business phone, which also rings when everything else fails."),
    ringSeconds: z.number().int().min(5).max(600),
    announcement: AnnouncementShown,
    placeWordings: z
      .array(z.strictObject({ place: z.string().max(8), announcement: AnnouncementShown }))
      .max(100)
      .optional()
      .describe("Announcements for calls that a certain place governs."),
    recordingWanted: z
      .boolean()
      .describe("False: no call is recorded, nothing is announced, and the decision says so."),
    recordingOff: z
      .strictObject({ numbers: z.array(Phone).max(10_000), pools: z.array(z.uuid()).max(1_000) })
      .optional()
      .describe("Tracking numbers and pools whose calls are not recorded although the flow's are."),
    silence: z
      .strictObject({ reason: z.string().trim().min(1).max(500), author: z.string().trim().min(1).max(200) })
      .optional()
      .describe("Record without a notice where that is lawful: why, and who decided it. Places must be declared."),
    noCallWithoutNotice: z
      .strictObject({ reason: z.string().trim().min(1).max(500), author: z.string().trim().min(1).max(200) })
      .optional()
      .describe(
        "A call whose notice fails is not put through: why, and who decided it. Absent: it goes on, unrecorded.",
      ),
    businessSideAlone: z
      .boolean()
      .optional()
      .describe("Record the business alone when the caller may not be recorded."),
    standingNotices: z
      .array(
        z.strictObject({
          phone: Phone,
          person: z.string().min(1).max(200),
          toldAt: Moment,
          textSha256: z.string().regex(/^[0-9a-f]{64}$/),
        }),
      )
      .max(200)
      .optional()
      .describe("Who of those that answer was told once and for all. Everybody else is told by a whisper."),
    seats: z
      .array(z.strictObject({ phone: Phone, place: z.string().max(8) }))
      .max(200)
      .optional()
      .describe(
        "Where those who answer sit, by their phone: `US-WA`. A phone that is not named: where the business is.",
      ),
    recorderPlace: z
      .string()
      .max(8)
      .optional()
      .describe("Where the recorder stands: the carrier's region, or the place of your own PBX."),
    steps: z
      .strictObject({ first: StepName, all: z.record(StepName, FlowStepShown) })
      .optional()
      .describe("Absent: the destination rings at once."),
    blocked: z.array(Phone).max(1_000).optional().describe("Callers who are turned away."),
    isHealthcare: z
      .boolean()
      .optional()
      .describe(
        "Healthcare mode: who called and how they came are kept apart, marketing is told counts. It is not taken off again.",
      ),
    healthcare: HealthcareSettingsShown.optional().describe("How healthcare mode reports, and how it is opened."),
    lookUpCallers: z
      .boolean()
      .optional()
      .describe(
        "Ask the carrier for callers' names where none comes with the call. It costs money, and no call waits.",
      ),
    allowed: z
      .array(Phone)
      .max(1_000)
      .optional()
      .describe("Callers you vouch for: never flagged as spam and never asked for a key."),
  })
  .meta({ id: "CallFlow" });
export type CallFlowShown = z.infer<typeof CallFlowShown>;
