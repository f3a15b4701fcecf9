import type { CallFlowShown } from "@ringtrail/api-contract";
import { err, instant, ok, parseE164, type E164, type Result } from "@ringtrail/core";
import {
  checkFlow,
  type Announcement,
  type CallFlow,
  type FlowSteps,
  type FlowWrong,
  type PhoneSeat,
  type RecordingSwitches,
} from "@ringtrail/core/call-flow";
import { resolvePlace, type RecordingQuestionWrong, type RuleSet } from "@ringtrail/core/consent";
import { isTimeZone } from "../call-context/is-open-at.ts";

/** Why a flow that was sent cannot be kept. */
export type FlowRefused =
  | FlowWrong
  | { readonly code: "phone_malformed"; readonly field: string }
  | Extract<RecordingQuestionWrong, { code: "jurisdiction_unknown" }>;

/** Reads a flow as it was sent: every phone is one, every step leads somewhere, every clock and place is known. */
export function readCallFlow(sent: CallFlowShown, law: RuleSet | undefined): Result<CallFlow, FlowRefused> {
  const steps = sent.steps as FlowSteps | undefined;
  const wrong = findWrongPhone(sent) ?? (law && findWrongPlace(sent, law)) ?? (steps && findWrongStep(steps));
  if (wrong !== undefined) return err(wrong);
  const { destination, ringSeconds, announcement, recordingWanted, placeWordings, standingNotices } = sent;
  const {
    silence,
    businessSideAlone,
    blocked,
    allowed,
    lookUpCallers,
    isHealthcare,
    healthcare,
    recordingOff,
    seats,
    recorderPlace,
    noCallWithoutNotice,
  } = sent;
  const policy = {
    ...(silence === undefined ? {} : { want: "silent" as const, silence }),
    ...(businessSideAlone === undefined ? {} : { businessSideAlone }),
  };
  return ok({
    destination: destination as E164,
    ringSeconds,
    announcement: readAnnouncement(announcement),
    recordingWanted,
    ...(recordingOff === undefined ? {} : { recordingOff: recordingOff as unknown as RecordingSwitches }),
    ...(Object.keys(policy).length === 0 ? {} : { recordingPolicy: policy }),
    ...(placeWordings === undefined
      ? {}
      : {
          placeWordings: placeWordings.map(({ place, announcement: own }) => ({
            place,
            announcement: readAnnouncement(own),
          })),
        }),
    ...(standingNotices === undefined
      ? {}
      : {
          standingNotices: standingNotices.map(({ toldAt, phone, ...notice }) => ({
            ...notice,
            phone: phone as E164,
            toldAt: instant(Date.parse(toldAt)),
          })),
        }),
    ...(noCallWithoutNotice === undefined ? {} : { noCallWithoutNotice }),
    ...(seats === undefined ? {} : { seats: seats as unknown as readonly PhoneSeat[] }),
    ...(recorderPlace === undefined ? {} : { recorderPlace }),
    ...(steps === undefined ? {} : { steps }),
    ...(blocked === undefined ? {} : { blocked: blocked as E164[] }),
    ...(allowed === undefined ? {} : { allowed: allowed as E164[] }),
    ...(lookUpCallers === undefined ? {} : { lookUpCallers }),
    ...(isHealthcare === undefined ? {} : { isHealthcare }),
    ...(healthcare === undefined ? {} : { healthcare }),
  });
}

function readAnnouncement({ refusalKey, ...words }: CallFlowShown["announcement"]): Announcement {
  return { ...words, refusalKey };
}

function findWrongPhone(sent: CallFlowShown): FlowRefused | undefined {
  const rung = Object.entries(sent.steps?.all ?? {}).flatMap(([name, step]) =>
    step.kind === "ring"
      ? step.phones.map(({ phone }, nth) => [`steps.all.${name}.phones.${nth}`, phone] as const)
      : [],
  );
  const phones = [
    ["destination", sent.destination] as const,
    ...rung,
    ...(sent.recordingOff?.numbers ?? []).map((phone, nth) => [`recordingOff.numbers.${nth}`, phone] as const),
    ...(sent.seats ?? []).map(({ phone }, nth) => [`seats.${nth}.phone`, phone] as const),
    ...(sent.blocked ?? []).map((phone, nth) => [`blocked.${nth}`, phone] as const),
    ...(sent.allowed ?? []).map((phone, nth) => [`allowed.${nth}`, phone] as const),
    ...(sent.standingNotices ?? []).map(({ phone }, nth) => [`standingNotices.${nth}.phone`, phone] as const),
  ];
  const wrong = phones.find(([, phone]) => !parseE164(phone).ok);
  return wrong && { code: "phone_malformed", field: wrong[0] };
}

/** A place no law knows would make every decision of this flow undecidable, so it is refused while a person looks. */
function findWrongPlace({ seats = [], recorderPlace }: CallFlowShown, law: RuleSet): FlowRefused | undefined {
  const places = [
    ...seats.map(({ place }, nth) => [`seats.${nth}.place`, place] as const),
    ...(recorderPlace === undefined ? [] : [["recorderPlace", recorderPlace] as const]),
  ];
  for (const [field, place] of places) {
    const known = resolvePlace(law, place, field);
    if (!known.ok && known.reason.code === "jurisdiction_unknown") return known.reason;
  }
  return undefined;
}

function findWrongStep(steps: FlowSteps): FlowRefused | undefined {
  const checked = checkFlow(steps);
  if (!checked.ok) return checked.reason;
  const lost = Object.entries(steps.all).find(([, step]) => step.kind === "hours" && !isTimeZone(step.hours.timeZone));
  return lost && { code: "flow_hours_malformed", field: `steps.all.${lost[0]}.hours.timeZone` };
}
