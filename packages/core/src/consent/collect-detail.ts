import type { CandidatePlace } from "./collect-places.ts";
import type { RecordingDetail } from "./recording-decision.ts";
import type { RecordingMeans } from "./recording-means.ts";
import type { RecordingFlags } from "./recording-question.ts";
import type { NoticeContent } from "./recording-rule-set.ts";

/** Everything the answer brings with it besides the answer. */
export function collectDetail(
  places: readonly CandidatePlace[],
  law: RecordingMeans,
  flags: RecordingFlags,
): RecordingDetail {
  const needing = places.filter((place) => place.law.means !== "silent");
  return {
    announcementMustBeRecorded: mustHoldNotice(places, flags),
    obligations: flags.hipaa ? ["encrypt", "audit_log", "minimum_necessary"] : [],
    blockedFeatures: flags.voiceprint && flags.writtenRelease !== true ? ["voiceprint"] : [],
    reannounce: flags.thirdPartyJoined !== undefined && flags.thirdPartyTold !== true,
    wordingDefect: flags.announcementWording === "may_be" && places.some(({ rule }) => rule?.rejectsMayBe),
    noticeSatisfiedBy: noticeSatisfiedBy(needing, flags),
    noticeMustSay: noticeContents.filter((content) =>
      needing.some(({ rule }) => rule?.noticeMustSay.includes(content)),
    ),
    activeConsentAdvised: law === "announce" && places.some(({ rule }) => rule?.activeConsentAdvised),
  };
}

/** True when a place wants the notice heard inside the recording and no other way of giving notice serves instead. */
export function mustHoldNotice(places: readonly CandidatePlace[], flags: RecordingFlags): boolean {
  return places.some(
    ({ law, rule }) =>
      law.means !== "silent" &&
      rule?.announcementMustBeRecorded &&
      !(flags.method === "beep_15s" && rule.noticeMethods.includes("beep_15s")),
  );
}

/** A beep is notice only where the law says so; an unknown place says nothing. */
function noticeSatisfiedBy(
  needing: readonly CandidatePlace[],
  { method = "voice" }: RecordingFlags,
): RecordingDetail["noticeSatisfiedBy"] {
  if (method === "beep_only") return "none";
  const serves = ({ rule }: CandidatePlace) =>
    rule === undefined ? method === "voice" : rule.noticeMethods.includes(method);
  return needing.every(serves) ? method : "none";
}

const noticeContents: readonly NoticeContent[] = [
  "that_it_is_recorded",
  "purpose",
  "controller",
  "objection_or_privacy_notice",
  "how_to_object",
  "alternative",
  "access_and_withdrawal",
  "retention",
  "right_to_complain",
  "definite_wording",
];
