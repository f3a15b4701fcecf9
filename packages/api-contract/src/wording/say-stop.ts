import type { HardStop } from "@ringtrail/core/consent";

const sentences: Readonly<Record<HardStop, string>> = {
  caller_refused: "The caller refused. The call goes on, unrecorded.",
  announcement_failed: "The announcement did not finish, or its end cannot be proved.",
  announcement_not_recorded: "The announcement must be heard inside the recording and is not.",
  active_consent_missing: "A clear yes was asked for and not given.",
  no_baa: "Health data would reach a vendor without a business associate agreement.",
  card_data: "Card data is being spoken. Pause until it is over.",
  child_without_parental_consent: "An online service for children needs a parent's consent before it keeps a voice.",
  nobody_consented: "Nobody on the call agreed to it: that is interception.",
  criminal_purpose: "Recording for a criminal or wrongful purpose is never lawful.",
  forbidden_by_place: "A place that may govern this call forbids the recording.",
};

/** Says what stopped a recording. */
export function sayStop(stop: HardStop): string {
  return sentences[stop];
}
