/**
 * What a recording asks for before it may start, loosest first.
 *
 * `silent`: nothing. `announce`: every party hears the notice and stays. `active_consent`: a spoken or pressed yes.
 * `do_not_record`: nothing makes it lawful here and now.
 */
export type RecordingMeans = "silent" | "announce" | "active_consent" | "do_not_record";

/** The four means, loosest first: a later one is stricter. */
export const recordingMeans: readonly RecordingMeans[] = ["silent", "announce", "active_consent", "do_not_record"];

/** The stricter of two means. */
export function stricter(a: RecordingMeans, b: RecordingMeans): RecordingMeans {
  return recordingMeans.indexOf(a) >= recordingMeans.indexOf(b) ? a : b;
}

/** True when `a` asks for less than `b`. */
export function isLooser(a: RecordingMeans, b: RecordingMeans): boolean {
  return recordingMeans.indexOf(a) < recordingMeans.indexOf(b);
}
