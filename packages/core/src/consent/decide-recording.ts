/** Whether a call may be recorded: the shape every caller relies on. */
export type RecordingMeans = "silent" | "announce" | "active_consent" | "do_not_record";

/** The answer for one call. */
export interface RecordingDecision {
  /** The least the law asks for. */
  readonly minimum: RecordingMeans;
  /** What Ringtrail does unless the owner chose otherwise; never looser than the minimum. */
  readonly recommended: RecordingMeans;
}
