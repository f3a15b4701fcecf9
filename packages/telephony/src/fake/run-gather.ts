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
    params: gathered(pressed),
  });
  if (next.ok) return { kind: "document", document: next.value };
  call.ledger.fellThrough += 1;
  return { kind: "verb" };
}

/** Speech comes with its own parameters and without digits, keys the other way round. */
function gathered({ digits, finishedOnKey, speech }: Pressed): Readonly<Record<string, string>> {
  if (speech !== "") return { Confidence: "0.9", SpeechResult: speech, msg: "Gather End" };
  return { Digits: digits, FinishedOnKey: finishedOnKey, msg: "Gather End" };
}

interface Pressed {
  readonly digits: string;
  readonly finishedOnKey: string;
  readonly speech: string;
  readonly isEmpty: boolean;
}

const nothing: Pressed = { digits: "", finishedOnKey: "", speech: "", isEmpty: true };

/** Undefined when the caller hung up. */
async function listen(call: FakeCall, verb: TwimlVerb, document: Document): Promise<Pressed | undefined> {
  const answer = call.script.answers[call.gathers];
  call.gathers += 1;
  const inputs = (verb.attributes["input"] ?? "dtmf").split(" ");
  const speaks = answer !== undefined && answer.says !== "";
  const isHeard = answer !== undefined && inputs.includes(speaks ? "speech" : "dtmf");
  const answersAtMs = isHeard ? call.line.nowMs + answer.afterMs : Number.POSITIVE_INFINITY;
  for (const child of verb.children) {
    if (!["Say", "Play", "Pause"].includes(child.name) || call.line.nowMs >= answersAtMs) continue;
    if (!(await speak(call, child, document, answersAtMs))) return undefined;
  }
  const timeoutMs = secondsOf(verb.attributes["timeout"], 5);
  const untilAnswerMs = Math.max(0, answersAtMs - call.line.nowMs);
  if (!(await call.pass(Math.min(timeoutMs, untilAnswerMs)))) return undefined;
  if (!isHeard || untilAnswerMs > timeoutMs) return nothing;
  if (speaks) return { ...nothing, speech: answer.says, isEmpty: false };
  const pressed = readKeys(answer.keys, verb.attributes);
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
  return {
    digits,
    finishedOnKey,
    speech: "",
    isEmpty: false,
    isComplete: digits.length === most || finishedOnKey !== "",
  };
}
