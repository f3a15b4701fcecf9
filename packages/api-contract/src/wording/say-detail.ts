import type { RecordingDetail } from "@ringtrail/core/consent";

type NoticeContent = RecordingDetail["noticeMustSay"][number];

const contents: Readonly<Record<NoticeContent, string>> = {
  that_it_is_recorded: "that the call is recorded",
  purpose: "why",
  controller: "who is responsible",
  objection_or_privacy_notice: "how to object or where the privacy notice is",
  how_to_object: "how to object",
  alternative: "what else a caller who objects can do",
  access_and_withdrawal: "the right to hear it and to withdraw",
  retention: "how long it is kept",
  right_to_complain: "the right to complain",
  definite_wording: "it in definite words",
};

/** Says what else an answer brings with it, a sentence each. */
export function sayDetail(detail: RecordingDetail): readonly string[] {
  const said: [boolean, string][] = [
    [detail.announcementMustBeRecorded, "The announcement must be heard inside the recording too."],
    [detail.reannounce, "Repeat the announcement for the person who joined."],
    [detail.wordingDefect, 'Say that the call is recorded; "may be recorded" is not enough here.'],
    [
      detail.noticeSatisfiedBy === "none",
      "The way notice is given here does not satisfy every place; say it in words.",
    ],
    [detail.activeConsentAdvised, "Asking for a spoken or pressed yes would be safer."],
    [
      detail.noticeMustSay.length > 0,
      `The notice must say ${detail.noticeMustSay.map((one) => contents[one]).join(", ")}.`,
    ],
    [
      detail.obligations.length > 0,
      "Keep the recording encrypted, log who hears it, and give out no more than is needed.",
    ],
    [detail.blockedFeatures.length > 0, "No voiceprint may be made without a written release."],
  ];
  return said.filter(([holds]) => holds).map(([, sentence]) => sentence);
}
