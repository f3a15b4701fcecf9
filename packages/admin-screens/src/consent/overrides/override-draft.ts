import type { Means, NewOverride } from "@ringtrail/api-contract";

/** What an owner is writing. It is kept nowhere before it is saved. */
export interface OverrideDraft {
  readonly place: string;
  /** Empty: as the law says. */
  readonly phone: Means | "";
  readonly video: Means | "";
  readonly reason: string;
  readonly author: string;
  readonly date: string;
}

/** Every answer, loosest first. */
export const allMeans: readonly Means[] = ["silent", "announce", "active_consent", "do_not_record"];

/** A form nobody has written in. */
export function emptyOverride(today: string): OverrideDraft {
  return { place: "", phone: "", video: "", reason: "", author: "", date: today };
}

/** What is sent of a draft: an answer that was left alone is the law's. */
export function overrideOf({ place, phone, video, reason, author, date }: OverrideDraft): NewOverride {
  return {
    place,
    ...(phone === "" ? {} : { phone }),
    ...(video === "" ? {} : { video }),
    reason: reason.trim(),
    author: author.trim(),
    date,
  };
}

/** Whether an answer asks for less than another. */
export function isLooser(means: Means, than: Means): boolean {
  return allMeans.indexOf(means) < allMeans.indexOf(than);
}
