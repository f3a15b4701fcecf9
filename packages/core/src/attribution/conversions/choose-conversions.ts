import { decideTracking } from "../../consent/decide-tracking.ts";
import type { Milliseconds } from "../../time.ts";
import type { Probability } from "../call-match.ts";
import type { Conversion, CreditedCall, CreditedVisit, Worth } from "./conversion.ts";

/** Which calls an owner tells a platform of, and for how much. */
export interface ConversionPolicy {
  /**
   * `threshold`: the likeliest visit alone, for the whole value, when it is at least as likely as `least`. `share`: every
   * visit at least that likely, each for its share of the value; what platforms count is then visits and not calls.
   */
  readonly weigh: "threshold" | "share";
  readonly least: Probability;
  /** Only calls that somebody answered and talked in for so long. 0 takes missed calls too. */
  readonly leastTalkMs: Milliseconds;
  /** What a call counts for as long as nobody said what it was worth; undefined sends such calls without a value. */
  readonly usualWorth: Worth | undefined;
  /** Send a hash of the caller's number for visitors who said yes. */
  readonly shareCaller: boolean;
}

/** What an owner who chose nothing has. */
export const usualConversionPolicy: ConversionPolicy = {
  weigh: "threshold",
  least: 0.8,
  leastTalkMs: 1,
  usualWorth: undefined,
  shareCaller: false,
};

/** Whom a platform may be told of at all: by a click of its own, or anybody with a stored visit. */
export type ConversionReach = "own_clicks" | "any_visit";

/**
 * Says which conversions a call makes. A visit counts only if its visitor's answer allows to keep it: what is known by a
 * source number alone has no visit, and no platform hears of it.
 *
 * @param sha256 of a text in UTF-8, hex: the core brings no cryptography.
 */
export function chooseConversions(
  call: CreditedCall,
  policy: ConversionPolicy,
  reach: ConversionReach,
  sha256: (text: string) => string,
): readonly Conversion[] {
  if (call.talkMs < policy.leastTalkMs || (policy.leastTalkMs > 0 && !call.answered)) return [];
  const allowed = call.visits.filter((visit) => decideTracking(visit.evidence) === "full");
  const likely = allowed.filter(({ probability }) => probability >= policy.least && probability > 0);
  const chosen = policy.weigh === "threshold" ? likely.slice(0, 1) : likely;
  return chosen
    .filter(({ click }) => reach === "any_visit" || click !== undefined)
    .map((visit) => conversionOf(call, visit, policy, sha256));
}

function conversionOf(
  call: CreditedCall,
  visit: CreditedVisit,
  policy: ConversionPolicy,
  sha256: (text: string) => string,
): Conversion {
  const saidYes = visit.evidence.choice === "granted";
  const share = policy.weigh === "share" ? visit.probability : 1;
  // Short enough for every platform, and it says nothing of the ids it is made of.
  const keyOf = (text: string) => sha256(text).slice(0, 32);
  return {
    id: keyOf(`conversion ${call.id} ${visit.visit}`),
    call: call.id,
    at: call.rangAt,
    click: visit.click,
    visitorKey: keyOf(`visitor ${visit.visitor}`),
    worth: weighed(call.value ?? policy.usualWorth, share),
    saidYes,
    caller: saidYes && policy.shareCaller ? call.caller : undefined,
  };
}

function weighed(worth: Worth | undefined, share: Probability): Worth | undefined {
  return worth && { ...worth, micros: Math.round(worth.micros * share) };
}
