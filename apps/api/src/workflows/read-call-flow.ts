import type { CallFlowShown } from "@ringtrail/api-contract";
import { err, instant, ok, parseE164, type E164, type Result } from "@ringtrail/core";
import {
  checkFlow,
  type Announcement,
  type CallFlow,
  type FlowSteps,
  type FlowWrong,
  type RecordingSwitches,
} from "@ringtrail/core/call-flow";
import { isTimeZone } from "../call-context/is-open-at.ts";

/** Why a flow that was sent cannot be kept. */
export type FlowRefused = FlowWrong | { readonly code: "phone_malformed"; readonly field: string };

/** Reads a flow as it was sent: every phone is one, every step leads somewhere, every clock is known. */
export function readCallFlow(sent: CallFlowShown): Result<CallFlow, FlowRefused> {
  const steps = sent.steps as FlowSteps | undefined;
  const wrong = findWrongPhone(sent) ?? (steps && findWrongStep(steps));
  if (wrong !== undefined) return err(wrong);
  const { destination, ringSeconds, announcement, recordingWanted, placeWordings, standingNotices } = sent;
  const { silence, businessSideAlone, blocked, recordingOff } = sent;
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
    ...(steps === undefined ? {} : { steps }),
    ...(blocked === undefined ? {} : { blocked: blocked as E164[] }),
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
    ...(sent.blocked ?? []).map((phone, nth) => [`blocked.${nth}`, phone] as const),
    ...(sent.standingNotices ?? []).map(({ phone }, nth) => [`standingNotices.${nth}.phone`, phone] as const),
  ];
  const wrong = phones.find(([, phone]) => !parseE164(phone).ok);
  return wrong && { code: "phone_malformed", field: wrong[0] };
}

function findWrongStep(steps: FlowSteps): FlowRefused | undefined {
  const checked = checkFlow(steps);
  if (!checked.ok) return checked.reason;
  const lost = Object.entries(steps.all).find(([, step]) => step.kind === "hours" && !isTimeZone(step.hours.timeZone));
  return lost && { code: "flow_hours_malformed", field: `steps.all.${lost[0]}.hours.timeZone` };
}
