import { collectDetail } from "./collect-detail.ts";
import { hardStops } from "./hard-stops.ts";
import type { RecordingDecision, RecordingReason } from "./recording-decision.ts";
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
 * The answer while no rule set can be had: announce to everyone, inside the recording too, because any party may be in
 * the strictest all-party place.
 *
 * What stops a recording without any law still does: a refusal, a notice that was not proved, card data. Which channel
 * it was is not known here, so a service for children counts as online.
 */
export function strictestDecision(flags: RecordingFlags = {}): RecordingDecision {
  const needs = { means: "announce", noticeInside: true } as const;
  const stops = hardStops(needs, { businessJurisdictions: [], channel: "web_call", flags });
  const means = stops.length > 0 ? "do_not_record" : "announce";
  const unknown = { party: "caller", evidence: "none", place: "unknown" } as const;
  const [stop, ...others] = stops.map((one): RecordingReason => ({ code: "stopped", stop: one }));
  return {
    minimum: means,
    recommended: means,
    applied: means,
    sides: stops.length > 0 ? "none" : "both",
    scope: stops.length === 1 && stops[0] === "card_data" ? "segment" : "call",
    governing: { ...unknown, rule: stops[0] ?? "unknown_is_strict" },
    considered: [{ ...unknown, rule: "unknown", alone: means, law: "announce" }],
    readings: { placeOfRecording: means, callerLaw: means },
    reasons: stop === undefined ? [{ code: "no_rule_set" }] : [stop, ...others, { code: "no_rule_set" }],
    citations: [unknownIsStrict],
    detail: {
      ...collectDetail([], "announce", flags),
      announcementMustBeRecorded: true,
      wordingDefect: flags.announcementWording === "may_be",
      noticeSatisfiedBy: (flags.method ?? "voice") === "voice" ? "voice" : "none",
    },
    ruleSet: { name: "none", version: "0.0.0", hash: "", asOf: "" },
  };
}
