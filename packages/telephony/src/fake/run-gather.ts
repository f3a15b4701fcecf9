import { addressIn, askDocument, methodOf, type Document } from "./ask-document.ts";
import type { FakeCall } from "./fake-call.ts";
import type { TwimlVerb } from "./parse-twiml.ts";
import { secondsOf, speak } from "./speak.ts";

/** What happens after a verb: the next verb, another document, or nothing any more. */
export type Next =
  | { readonly kind: "verb" }
  | { readonly kind: "document"; readonly document: Document }
  | { readonly kind: "over" };

/**
 * Carries out a Gather: what is nested in it is heard until a key is pressed, then it waits `timeout` seconds.
 *
 * When its callback fails and the number's fallback does too, the verbs after it run. Twilio's documents do not say
 * so in words: it needs one real call to confirm.
 */
export async function runGather(call: FakeCall, verb: TwimlVerb, document: Document): Promise<Next> {
  call.answer();
  const pressed = await listen(call, verb, document);
  if (pressed === undefined) return { kind: "over" };
  if (pressed.isEmpty && verb.attributes["actionOnEmptyResult"] !== "true") return { kind: "verb" };
  const next = await askDocument(call, {
    why: "gather",
    url: addressIn(document, verb.attributes["action"]),
    method: methodOf(verb.attributes["method"]),
    params: { Digits: pressed.digits, FinishedOnKey: pressed.finishedOnKey, msg: "Gather End" },
  });
  if (next.ok) return { kind: "document", document: next.value };
  call.ledger.fellThrough += 1;
  return { kind: "verb" };
}

interface Pressed {
  readonly digits: string;
  readonly finishedOnKey: string;
  readonly isEmpty: boolean;
}

/** Undefined when the caller hung up. */
async function listen(call: FakeCall, verb: TwimlVerb, document: Document): Promise<Pressed | undefined> {
  const keys = call.keys;
  const pressAtMs = keys === undefined ? Number.POSITIVE_INFINITY : call.line.nowMs + keys.afterNoticeMs;
  for (const child of verb.children) {
    if (!["Say", "Play", "Pause"].includes(child.name) || call.line.nowMs >= pressAtMs) continue;
    if (!(await speak(call, child, document, pressAtMs))) return undefined;
  }
  const timeoutMs = secondsOf(verb.attributes["timeout"], 5);
  const untilPressMs = Math.max(0, pressAtMs - call.line.nowMs);
  if (!(await call.pass(Math.min(timeoutMs, untilPressMs)))) return undefined;
  if (keys === undefined || untilPressMs > timeoutMs) return { digits: "", finishedOnKey: "", isEmpty: true };
  call.keys = undefined;
  const pressed = readKeys(keys.keys, verb.attributes);
  return pressed.isComplete || (await call.pass(timeoutMs)) ? pressed : undefined;
}

function readKeys(keys: string, attributes: TwimlVerb["attributes"]): Pressed & { readonly isComplete: boolean } {
  const finish = attributes["finishOnKey"] ?? "#";
  const finishAt = finish === "" ? -1 : Array.from(keys).findIndex((key) => finish.includes(key));
  const most = /^[1-9]\d*$/.test(attributes["numDigits"] ?? "")
    ? Number(attributes["numDigits"])
    : Number.POSITIVE_INFINITY;
  const digits = (finishAt === -1 ? keys : keys.slice(0, finishAt)).slice(0, most);
  const finishedOnKey = finishAt !== -1 && finishAt < most ? (keys[finishAt] ?? "") : "";
  return { digits, finishedOnKey, isEmpty: false, isComplete: digits.length === most || finishedOnKey !== "" };
}
