import type { CallFlowShown } from "@ringtrail/api-contract";
import type { Announcement, CallFlow } from "@ringtrail/core/call-flow";
import { showMoment } from "./show-moment.ts";

/** A flow as it is told; absent fields are left out, so that what was told can be set again as it is. */
export function showCallFlow(flow: CallFlow): CallFlowShown {
  const { destination, ringSeconds, announcement, recordingWanted, recordingPolicy } = flow;
  const shown = {
    destination,
    ringSeconds,
    announcement: showAnnouncement(announcement),
    recordingWanted,
    recordingOff: flow.recordingOff,
    placeWordings: flow.placeWordings?.map(({ place, announcement: own }) => ({
      place,
      announcement: showAnnouncement(own),
    })),
    silence: recordingPolicy?.silence && { ...recordingPolicy.silence },
    businessSideAlone: recordingPolicy?.businessSideAlone,
    standingNotices: flow.standingNotices?.map((notice) => ({ ...notice, toldAt: showMoment(notice.toldAt) })),
    noCallWithoutNotice: flow.noCallWithoutNotice,
    seats: flow.seats,
    recorderPlace: flow.recorderPlace,
    steps: flow.steps,
    blocked: flow.blocked,
    allowed: flow.allowed,
    lookUpCallers: flow.lookUpCallers,
    isHealthcare: flow.isHealthcare,
    healthcare: flow.healthcare,
  };
  return JSON.parse(JSON.stringify(shown)) as CallFlowShown;
}

function showAnnouncement({ text, language, sound, refusalKey, manner, short, question }: Announcement) {
  return { text, language, sound, refusalKey, manner, short, question };
}
