import type { RecordingDecision } from "./recording-decision.ts";
import type { RecordingMeans } from "./recording-means.ts";
import type { HardStop } from "./recording-principle.ts";
import type { RecordingPolicy } from "./recording-question.ts";

/** Stops that protect the caller's own words; the business may still record what it says itself. */
const callersOwn: readonly HardStop[] = [
  "caller_refused",
  "active_consent_missing",
  "announcement_failed",
  "announcement_not_recorded",
];

/** Says whose voice may be recorded. The business side alone is the owner's choice, off by default. */
export function sidesToRecord(
  applied: RecordingMeans,
  stops: readonly HardStop[],
  policy: RecordingPolicy | undefined,
): RecordingDecision["sides"] {
  if (applied !== "do_not_record") return "both";
  const isCallersOwn = stops.every((stop) => callersOwn.includes(stop));
  return policy?.businessSideAlone && isCallersOwn && policy.want !== "do_not_record" ? "business_only" : "none";
}
