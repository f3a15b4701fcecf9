import { z } from "zod";

const Place = z.string().max(64);
const YesOrNo = z.boolean().optional();

/** Events and circumstances of the call, by the names of `RecordingFlags`. One that is absent is not known. */
const Flags = z.looseObject({
  refused: YesOrNo,
  announcementPlayed: YesOrNo,
  announcementFailed: YesOrNo,
  announcementRecorded: YesOrNo.describe("False: the notice is not inside the recording."),
  announcementWording: z.enum(["is", "may_be"]).optional(),
  activeConsent: z.boolean().nullable().optional().describe("True yes, false no, null asked and not answered."),
  method: z.enum(["voice", "beep_15s", "beep_only"]).optional(),
  thirdPartyJoined: Place.optional().describe("The place of somebody who joined after the notice."),
  thirdPartyTold: YesOrNo,
  monitoringOnly: YesOrNo,
  transcriptionOnly: YesOrNo,
  participantConsent: YesOrNo.describe("False: nobody on the call agreed."),
  purpose: z.enum(["quality", "training", "documentation", "orders", "support", "criminal"]).optional(),
  retentionDays: z.number().min(0).optional(),
  continuousRecording: YesOrNo,
  documentedNeed: YesOrNo,
  sensitiveData: z.enum(["health"]).optional(),
  hipaa: YesOrNo,
  baa: YesOrNo,
  cardDataSegment: YesOrNo,
  childDirected: YesOrNo,
  parentalConsent: YesOrNo,
  voiceprint: YesOrNo,
  writtenRelease: YesOrNo,
});

const Caller = z.strictObject({
  number: z
    .string()
    .max(32)
    .optional()
    .describe("With country code; absent when withheld. A hint of place, never a proof."),
  lineType: z.enum(["landline", "mobile", "voip", "toll_free", "unknown"]).optional(),
  declared: Place.optional().describe("Stated or verified place: the only evidence that can earn silence."),
  geoIp: Place.optional().describe("The place of a web call's network address."),
  visits: z
    .array(z.strictObject({ place: Place, probability: z.number().min(0).max(1) }))
    .max(50)
    .optional()
    .describe("Places of the visits the call may be credited to."),
  billing: Place.optional(),
});

const Policy = z.strictObject({
  want: z.enum(["silent", "announce", "active_consent", "do_not_record"]).optional(),
  silence: z.strictObject({ reason: z.string().max(1000), author: z.string().max(200) }).optional(),
  businessSideAlone: YesOrNo,
  trustAreaCode: YesOrNo,
});

/** A question about one call, real or thought of. Places are ISO 3166 codes: `DE`, `US-TX`. */
export const RecordingQuestionAsked = z
  .strictObject({
    at: z.iso.datetime({ offset: true }).optional().describe("When the call is; absent: now, as the rule set stands."),
    businessJurisdictions: z
      .array(Place)
      .max(100)
      .optional()
      .describe("Every place the call is handled from; absent: the account's own places."),
    agentLocation: Place.optional().describe("The seat of the person answering."),
    agentLocations: z.array(Place).max(100).optional().describe("The seats of everybody who may answer."),
    recordingLocation: Place.optional().describe("Where the recorder stands."),
    channel: z.enum(["phone", "video", "web_call"]).optional(),
    direction: z.enum(["inbound", "outbound"]).optional(),
    caller: Caller.optional(),
    flags: Flags.optional().describe("Circumstances of the call. A name nobody knows is an error that repeats it."),
    policy: Policy.optional().describe("What the owner wants where the law leaves a choice."),
  })
  .meta({ id: "RecordingQuestion" });
export type RecordingQuestionAsked = z.infer<typeof RecordingQuestionAsked>;
