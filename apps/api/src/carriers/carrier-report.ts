import { ok, parseE164, type E164, type Phi, type Result } from "@ringtrail/core";
import type { Callback, CallEvent, StepName } from "@ringtrail/core/call-flow";
import type { Attestation, Carrier, MessageMalformed, VerifiedMessage } from "@ringtrail/telephony";

/** What a webhook says, in neutral words. */
export interface CarrierReport {
  /** The carrier's id of the caller's call. */
  readonly carrierRef: string;
  /** The number that was dialled; undefined when neither the webhook nor its address says so. */
  readonly dialled: E164 | undefined;
  /** Undefined when the caller withheld the number or the webhook is not about the caller's own leg. */
  readonly caller: Phi<E164> | undefined;
  readonly callerName: Phi<string> | undefined;
  /** What happened. A status nobody needs brings none. */
  readonly events: readonly CallEvent[];
  /** The step of the flow the webhook's address names; undefined where there is none. */
  readonly step?: StepName | undefined;
  /** What the phone network says of the caller's right to the number; only the first webhook of a call tells. */
  readonly attestation?: Attestation | undefined;
}

/** The moments at which a carrier knocks, as they stand in the addresses. */
export type Moment =
  | "voice"
  | "notice"
  | "consent"
  | "menu"
  | "dial"
  | "message"
  | "whisper"
  | "talk"
  | "status"
  | "recording";

const callbacks: Readonly<Record<Exclude<Moment, "voice">, Callback>> = {
  notice: "notice-ended",
  consent: "consent-answered",
  menu: "menu-chosen",
  dial: "dial-ended",
  message: "message-ended",
  whisper: "whisper",
  talk: "talk-changed",
  status: "status",
  recording: "recording",
};

/**
 * Reads a verified webhook. Reports of the leg to the business and of recordings do not repeat which number was
 * dialled, so our own addresses carry it.
 */
export function readReport(
  carrier: Carrier,
  moment: Moment,
  message: VerifiedMessage,
): Result<CarrierReport, MessageMalformed> {
  const ring = carrier.readVoice(message);
  if (moment === "voice") {
    if (!ring.ok) return ring;
    const { carrierRef, to, from, name, rang, attestation } = ring.value;
    return ok({ carrierRef, dialled: to, caller: from, callerName: name, events: [rang], attestation });
  }
  const news = carrier.readCallback(callbacks[moment], message);
  if (!news.ok) return news;
  const { carrierRef, events } = news.value;
  const own = ring.ok && ring.value.carrierRef === carrierRef ? ring.value : undefined;
  const query = URL.parse(message.url)?.searchParams;
  const dialled = dialledIn(query) ?? own?.to;
  const step = query?.get("about") ?? undefined;
  return ok({ carrierRef, dialled, caller: own?.from, callerName: own?.name, events, step });
}

/**
 * The addresses of one call's callbacks. Query keys are alphabetical and hold no space, as signatures need it.
 *
 * @param soundUrl the address of a sound, which is none of the carrier's own webhooks.
 * @param hide makes the query unreadable on its way; undefined leaves it as it is.
 */
export function callbackUrls(
  base: string,
  dialled: E164 | undefined,
  soundUrl: (sha256: string) => string,
  hide: ((query: string) => string) | undefined = undefined,
): (callback: Callback, about?: string) => string {
  const moments = Object.fromEntries(Object.entries(callbacks).map(([moment, callback]) => [callback, moment]));
  return (callback, about) => {
    if (callback === "sound") return soundUrl(about ?? "");
    const query = [
      ...(about === undefined ? [] : [`about=${encodeURIComponent(about)}`]),
      ...(dialled === undefined ? [] : [`number=${dialled.slice(1)}`]),
    ];
    const address = `${base}/${moments[callback] ?? callback}`;
    if (query.length === 0) return address;
    return `${address}?${hide === undefined ? query.join("&") : hide(query.join("&"))}`;
  };
}

function dialledIn(query: URLSearchParams | undefined): E164 | undefined {
  const number = parseE164(`+${query?.get("number") ?? ""}`);
  return number.ok ? number.value : undefined;
}
