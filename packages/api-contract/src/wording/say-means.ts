import type { RecordingMeans } from "@ringtrail/core/consent";

/** What must happen before a recording, in two or three words. Legends, lists and lozenges all use these. */
export const meansInShort: Readonly<Record<RecordingMeans, string>> = {
  silent: "No notice needed",
  announce: "Announce",
  active_consent: "Ask for a yes",
  do_not_record: "Do not record",
};

/** What somebody asks for, to end a sentence with. */
export const meansAsked: Readonly<Record<RecordingMeans, string>> = {
  silent: "no announcement",
  announce: "an announcement",
  active_consent: "a spoken or pressed yes",
  do_not_record: "no recording at all",
};
