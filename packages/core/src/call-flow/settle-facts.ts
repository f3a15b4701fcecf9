import type { CareWord } from "../care-word.ts";
import type { Instant } from "../time.ts";
import type { CallEvent, CarrierRecording, LegEnd } from "./call-event.ts";
import type { CallState } from "./fold-call.ts";

// When two events tell the same fact, the choice between them must not hang on which was told first.

const phases = ["ringing", "dialing", "talking", "ended"] as const;

/** Which of two phases a call is in, told of both. */
export function laterPhase(a: (typeof phases)[number], b: (typeof phases)[number]): (typeof phases)[number] {
  return phases.indexOf(a) >= phases.indexOf(b) ? a : b;
}

/** The first of two instants. */
export function earliest(a: Instant | undefined, b: Instant): Instant {
  return a === undefined || b < a ? b : a;
}

/** What became of a text to the caller. */
export interface TextState {
  readonly dueAt?: Instant | undefined;
  readonly sentAt?: Instant | undefined;
  readonly failed?: string | undefined;
}

/** What is known of a text after one more event: the first instants, and of two failures the first word. */
export function withText(
  text: TextState | undefined,
  event: CallEvent & { readonly kind: "text_due" | "texted" | "text_failed" },
): TextState {
  switch (event.kind) {
    case "text_due":
      return { ...text, dueAt: earliest(text?.dueAt, event.at) };
    case "texted":
      return { ...text, sentAt: earliest(text?.sentAt, event.at) };
    case "text_failed":
      return { ...text, failed: least(text?.failed, event.why) };
  }
}

/** When whoever answered was told first, and when first to the end. */
export function withTold(
  { businessToldAt, businessToldEndedAt: ended }: Pick<CallState, "businessToldAt" | "businessToldEndedAt">,
  { at, endedAt }: CallEvent & { readonly kind: "business_told" },
): Pick<CallState, "businessToldAt" | "businessToldEndedAt"> {
  const businessToldEndedAt = endedAt === undefined ? ended : earliest(ended, endedAt);
  return { businessToldAt: earliest(businessToldAt, at), businessToldEndedAt };
}

/** A leg that was connected to the caller, and when the carrier said so at the latest. */
export interface ConnectedLeg {
  readonly leg: string;
  readonly by: Instant;
}

/** The leg that is known first to have been connected; of two the first in the order of words. Empty for none. */
export function firstConnected(
  known: ConnectedLeg | undefined,
  { at, connectedLeg: leg }: CallEvent & { readonly kind: "dial_ended" },
): { readonly connected?: ConnectedLeg } {
  const isKnownBefore = known !== undefined && (known.by < at || (known.by === at && known.leg <= (leg ?? "")));
  return leg === undefined || isKnownBefore ? {} : { connected: { leg, by: at } };
}

const ends: readonly LegEnd[] = ["canceled", "failed", "no_answer", "busy", "answered"];

/** The end that says most: somebody who answered counts over everything else. */
export function strongest(a: LegEnd | undefined, b: LegEnd): LegEnd {
  return a === undefined || ends.indexOf(b) > ends.indexOf(a) ? b : a;
}

/** The longer of two recordings. */
export function longest(a: CarrierRecording | undefined, b: CarrierRecording): CarrierRecording {
  if (a === undefined || b.lengthMs > a.lengthMs) return b;
  return b.lengthMs === a.lengthMs && inWords(b) < inWords(a) ? b : a;
}

/** Orders recordings of one length. */
function inWords({ ref, url, channels }: CarrierRecording): string {
  return JSON.stringify([ref, url, channels]);
}

/** The first of two words. */
export function least(a: string | undefined, b: string): string {
  return a === undefined || b < a ? b : a;
}

/** What was pressed in a menu: one press counts over none, and of two the first in the order of words. */
export function withChoice(
  choices: Readonly<Record<string, CareWord>>,
  { step, keys }: CallEvent & { readonly kind: "chose" },
): Readonly<Record<string, CareWord>> {
  const known = Object.hasOwn(choices, step) ? choices[step] : undefined;
  const isBetter = known === undefined || (known === "" ? keys !== "" : keys !== "" && keys < known);
  return isBetter ? { ...choices, [step]: keys } : choices;
}
