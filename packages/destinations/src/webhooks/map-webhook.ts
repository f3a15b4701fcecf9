import { Phi } from "@ringtrail/core";
import type { Recipient } from "@ringtrail/core/healthcare";
import { leadingCandidate, leadingTouch, type Touch } from "@ringtrail/core/attribution";
import type { Caller, CallTold, Fact } from "@ringtrail/core/ports";
import { mapForm } from "./map-form.ts";
import { mapState } from "./map-state.ts";

/** The version of the payload. It changes when a field goes or changes its meaning, never when one comes. */
export const payloadVersion = 1;

/** What a webhook says. Its JSON is the body. */
export interface WebhookPayload {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  /** When it happened, ISO 8601. */
  readonly timestamp: string;
  /** The place of this event among those of its call, from 1. */
  readonly sequence: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Who called, as far as a payload may say it. `masked` is what our own log keeps of it. */
export interface CallerToTell {
  readonly caller: Caller | undefined;
  readonly how: "full" | "masked";
  /** The destination, let in: in healthcare mode one that is covered. */
  readonly recipient: Recipient;
  /** What a clinic's site is called, which may name a specialist. */
  readonly siteName?: Phi<string> | undefined;
}

/**
 * Says one fact. A caller is named only where the owner asked for it, and in healthcare mode only to a recipient that is
 * covered; then the channel is all that is said of how a call came: not what was searched for, nor which page or visit.
 */
export function mapWebhook(fact: Fact, told: CallerToTell | undefined): WebhookPayload {
  const { id, kind, sequence, subject, at, call, about } = fact;
  const envelope = { id, type: kind, version: payloadVersion, timestamp: iso(at), sequence };
  if (call !== undefined) return { ...envelope, data: { call: mapCall(subject, call, told) } };
  if (kind === "test") return { ...envelope, data: { message: "This is a test. Nobody called." } };
  if (kind === "form") return { ...envelope, data: { form: mapForm(subject, about) } };
  return { ...envelope, data: { [kind]: { id: subject, ...about } } };
}

function mapCall(id: string, call: CallTold, told: CallerToTell | undefined): object {
  const { number, site, siteName, rangAt, healed, isHealthcare, state, value, more } = call;
  const recording = more["recording"];
  return {
    id,
    number,
    site: { id: site, name: isHealthcare ? nameFor(told) : siteName },
    rangAt: iso(rangAt),
    healed,
    ...mapState(state),
    credit: mapCredit(call),
    value: value && { amount: value.micros / 1e6, currency: value.currency },
    recording: recording === undefined ? undefined : { id: recording, lengthMs: more["lengthMs"] },
    caller: told === undefined ? undefined : mapCaller(told, isHealthcare),
  };
}

/** A clinic may be called after one specialist, so beside a call its name stands only for who may know callers. */
function nameFor(told: CallerToTell | undefined): string {
  if (told?.siteName === undefined || told.how === "masked") return "";
  return Phi.tell(told.siteName, told.recipient) ?? "";
}

function mapCredit({ match, sourceTouch, isHealthcare }: CallTold): object | undefined {
  const touch = leadingTouch(match, sourceTouch);
  if (match === undefined) return undefined;
  const { kind, confidence, returning, nobody, candidates } = match;
  const sure = { match: kind, confidence, returning, nobody };
  if (isHealthcare) return { ...sure, channel: touch?.channel };
  return {
    ...sure,
    ...(touch === undefined ? {} : mapTouch(touch)),
    visit: leadingCandidate(match)?.visit,
    candidates: candidates.map((one) => ({ visit: one.visit, probability: one.probability, ...mapTouch(one.touch) })),
  };
}

function mapTouch({ channel, source, medium, campaign, keyword, clickId }: Touch): object {
  return { channel, source, medium, campaign, keyword, clickId };
}

/**
 * `null` says that the caller withheld it; the last two digits are enough to tell calls in a log apart. The log lies on the
 * marketing side: of who calls a clinic it holds no digit.
 */
function mapCaller({ caller, how, recipient }: CallerToTell, isHealthcare: boolean): object {
  const number = caller?.number && Phi.tell(caller.number, recipient);
  const name = caller?.name && Phi.tell(caller.name, recipient);
  if (how === "full") return { number: number ?? null, name };
  return { number: number === undefined ? null : `…${isHealthcare ? "" : number.slice(-2)}`, name: name && "…" };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
