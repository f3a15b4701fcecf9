import type { CallFlowShown } from "@ringtrail/api-contract";

/** What the parties of a call are told, with its language and its shorter sentences. */
export type Announcement = CallFlowShown["announcement"];

/** One thing that is said on the telephone. */
export type Words = Pick<Announcement, "text" | "language" | "sound">;

/** What an owner is writing. It is kept nowhere before it is saved. */
export interface AnnouncementDraft {
  readonly announcement: Announcement;
  /** Other words for calls that a certain place governs. */
  readonly placeWordings: readonly { readonly place: string; readonly announcement: Announcement }[];
  readonly isSilent: boolean;
  /** Stays typed while the announcement is switched on and off again. */
  readonly silence: { readonly reason: string; readonly author: string };
}

/** The draft that changes nothing. */
export function draftOf({ announcement, placeWordings = [], silence }: CallFlowShown): AnnouncementDraft {
  return {
    announcement,
    placeWordings,
    isSilent: silence !== undefined,
    silence: silence ?? { reason: "", author: "" },
  };
}

/** The flow with what was written in place of its announcements; everything else of it stays as it is. */
export function flowWith(flow: CallFlowShown, draft: AnnouncementDraft): CallFlowShown {
  const { placeWordings, isSilent, silence } = draft;
  return {
    ...flow,
    announcement: trimmed(draft.announcement),
    placeWordings:
      placeWordings.length === 0
        ? undefined
        : placeWordings.map(({ place, announcement }) => ({ place, announcement: trimmed(announcement) })),
    silence: isSilent ? { ...silence } : undefined,
  };
}

/** The announcement in another language. Its shorter sentences follow when they were in the same one. */
export function inLanguage(announcement: Announcement, language: string): Announcement {
  const follow = (words: Words | undefined): Words | undefined =>
    words?.language === announcement.language ? { ...words, language } : words;
  return {
    ...announcement,
    language,
    short: follow(announcement.short),
    question: follow(announcement.question),
  };
}

/** Words without text and without a sound are none: Ringtrail says its own. */
export function wordsOrNone(words: Words): Words | undefined {
  return words.text.trim() === "" && words.sound === undefined ? undefined : words;
}

function trimmed(announcement: Announcement): Announcement {
  return { ...announcement, text: announcement.text.trim() };
}
