import type { Citation, RecordingDecision } from "@ringtrail/core/consent";
import { sayDetail } from "./say-detail.ts";
import { meansAsked } from "./say-means.ts";
import { sayReason } from "./say-reason.ts";
import { sayVerification } from "./say-verification.ts";

/** The name a person knows a place by: `California` for `US-CA`. */
export type NameOfPlace = (place: string) => string;

/** A recording decision in plain English, for the call page and the command line. */
export interface RecordingExplanation {
  /** What to do, in one sentence. */
  readonly headline: string;
  /** Why, a sentence each, the one that decided first. */
  readonly lines: readonly string[];
  /** The authorities, each with how well it was checked. */
  readonly authorities: readonly string[];
  /** Which rule set answered, and that it is no legal advice. */
  readonly footnote: string;
}

/** Puts a decision into words. The screens, the certificate and the command line all use these. */
export function explainRecording(decision: RecordingDecision, nameOf: NameOfPlace): RecordingExplanation {
  const name = (place: string) => (place === "unknown" ? "an unknown place" : nameOf(place));
  const { citations, reasons, readings, ruleSet } = decision;
  return {
    headline: sayHeadline(decision),
    lines: [
      ...sayLaw(decision),
      ...reasons.map((reason) => sayReason(reason, name)),
      ...sayReadings(readings),
      ...sayDetail(decision.detail),
    ],
    authorities: citations.map(sayCitation),
    footnote:
      ruleSet.name === "none"
        ? "No rule set was loaded. This is not legal advice."
        : `Rule set ${ruleSet.name} ${ruleSet.version}, as of ${ruleSet.asOf}. Facts with citations, not legal advice.`,
  };
}

function sayHeadline({ applied, scope, sides }: RecordingDecision): string {
  if (sides === "business_only") return "Record your own side only.";
  switch (applied) {
    case "silent":
      return "Record. No announcement is needed.";
    case "announce":
      return "Announce first, then record.";
    case "active_consent":
      return "Ask first, and record only after a yes.";
    case "do_not_record":
      return scope === "segment" ? "Do not record this part of the call." : "Do not record this call.";
  }
}

/** Said only where what is done differs from what the law asks for. */
function sayLaw({ minimum, applied }: RecordingDecision): readonly string[] {
  return minimum === applied ? [] : [`The law alone asks for ${meansAsked[minimum]}; this call is held to more.`];
}

function sayReadings({ placeOfRecording, callerLaw }: RecordingDecision["readings"]): readonly string[] {
  if (placeOfRecording === callerLaw) return [];
  return [
    `Courts differ on whose law counts. The place of recording asks for ${meansAsked[placeOfRecording]}, ` +
      `the caller's for ${meansAsked[callerLaw]}; the stricter was taken.`,
  ];
}

/** One authority with how well it was checked. */
export function sayCitation({ text, verification, asOf }: Pick<Citation, "text" | "verification" | "asOf">): string {
  return `${text} (${sayVerification(verification)}${asOf === "" ? "" : `, ${asOf}`})`;
}
