import type { RecordingDecision } from "./recording-decision.ts";
import type { RecordingFlags } from "./recording-question.ts";
import type { Citation } from "./recording-principle.ts";

/** The citation of last resort: a rule of ours, which needs no data to be true. */
const unknownIsStrict: Citation = {
  text: "Ringtrail's own rule: what is not known is treated as strict",
  of: "unknown_is_strict",
  verification: "own-rule",
  asOf: "2026-11",
  sources: [],
};

/**
 * The answer while no rule set can be had: announce to everyone, because any party may be in an all-party place.
 *
 * A refusal, or a notice that was not proved, still stops the recording: no law is needed to see that.
 */
export function strictestDecision(flags: RecordingFlags = {}): RecordingDecision {
  const stop = flags.refused ? "caller_refused" : flags.announcementFailed ? "announcement_failed" : undefined;
  const means = stop === undefined ? "announce" : "do_not_record";
  const unknown = { party: "caller", evidence: "none", place: "unknown" } as const;
  return {
    minimum: means,
    recommended: means,
    applied: means,
    sides: stop === undefined ? "both" : "none",
    scope: "call",
    governing: { ...unknown, rule: stop ?? "unknown_is_strict" },
    considered: [{ ...unknown, rule: "unknown", alone: means, law: "announce" }],
    readings: { placeOfRecording: means, callerLaw: means },
    reasons: stop === undefined ? [{ code: "no_rule_set" }] : [{ code: "stopped", stop }, { code: "no_rule_set" }],
    citations: [unknownIsStrict],
    detail: {
      announcementMustBeRecorded: true,
      obligations: [],
      blockedFeatures: flags.voiceprint ? ["voiceprint"] : [],
      reannounce: flags.thirdPartyJoined !== undefined && flags.thirdPartyTold !== true,
      wordingDefect: flags.announcementWording === "may_be",
      noticeSatisfiedBy: flags.method === undefined || flags.method === "voice" ? "voice" : "none",
      noticeMustSay: [],
      activeConsentAdvised: false,
    },
    ruleSet: { name: "none", version: "0.0.0", hash: "", asOf: "" },
  };
}
