import type { CallerEvidence, RecordingFlags, RecordingQuestion } from "@ringtrail/core/consent";
import fc from "fast-check";
import { rules } from "./rules.ts";

/** Every place the law speaks of, some it does not, and parts of countries that are asked as a whole. */
export const anyPlace = fc.constantFrom(...rules.places.keys(), "JM", "LT", "PR", "GB-SCT", "DE-BY", "XK");

const anyNumber = fc.oneof(
  fc.constantFrom(...rules.areaCodes.keys()).map((area) => `+1${area}5550123`),
  fc.constantFrom(...rules.callingCodes.keys()).map((code) => `+${code}5550123`),
  fc.constantFrom("+19995550123", "+21055501234", "+10005550123"),
);

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const yesOrNo = maybe(fc.boolean());

const anyVisit = fc.record({ place: anyPlace, probability: fc.double({ min: 0, max: 1, noNaN: true }) });

export const anyCaller: fc.Arbitrary<CallerEvidence> = fc.record({
  number: maybe(anyNumber),
  lineType: maybe(fc.constantFrom("landline", "mobile", "voip", "toll_free", "unknown")),
  declared: maybe(anyPlace),
  geoIp: maybe(anyPlace),
  billing: maybe(anyPlace),
  visits: maybe(fc.array(anyVisit, { maxLength: 3 })),
});

export const anyFlags: fc.Arbitrary<RecordingFlags> = fc.record({
  refused: yesOrNo,
  announcementPlayed: yesOrNo,
  announcementFailed: yesOrNo,
  announcementRecorded: yesOrNo,
  announcementWording: maybe(fc.constantFrom("is", "may_be")),
  activeConsent: maybe(fc.constantFrom(true, false, null)),
  method: maybe(fc.constantFrom("voice", "beep_15s", "beep_only")),
  thirdPartyJoined: maybe(fc.oneof(anyPlace, fc.constant("unknown"))),
  thirdPartyTold: yesOrNo,
  monitoringOnly: yesOrNo,
  transcriptionOnly: yesOrNo,
  participantConsent: yesOrNo,
  purpose: maybe(fc.constantFrom("quality", "training", "documentation", "orders", "support", "criminal")),
  retentionDays: maybe(fc.nat(400)),
  continuousRecording: yesOrNo,
  documentedNeed: yesOrNo,
  sensitiveData: maybe(fc.constant("health")),
  hipaa: yesOrNo,
  baa: yesOrNo,
  cardDataSegment: yesOrNo,
  childDirected: yesOrNo,
  parentalConsent: yesOrNo,
  voiceprint: yesOrNo,
  writtenRelease: yesOrNo,
});

/** Any question that can be decided, with flags in two of three. */
export const anyQuestion: fc.Arbitrary<RecordingQuestion> = fc.record({
  businessJurisdictions: fc.array(anyPlace, { minLength: 1, maxLength: 4 }),
  agentLocation: maybe(anyPlace),
  recordingLocation: maybe(anyPlace),
  channel: maybe(fc.constantFrom("phone", "video", "web_call")),
  direction: maybe(fc.constantFrom("inbound", "outbound")),
  caller: maybe(anyCaller),
  flags: maybe(fc.oneof(anyFlags, fc.constant({}), anyFlags)),
  policy: maybe(
    fc.record({
      want: maybe(fc.constantFrom("announce", "active_consent", "do_not_record")),
      businessSideAlone: yesOrNo,
    }),
  ),
});
