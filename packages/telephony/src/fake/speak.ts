import type { Milliseconds } from "@ringtrail/core";
import { addressIn, type Document } from "./ask-document.ts";
import { askPeer, newEventId } from "./ask-peer.ts";
import type { FakeCall } from "./fake-call.ts";
import type { TwimlVerb } from "./parse-twiml.ts";

/** How long a spoken text lasts: about 60 ms a character, or 16 characters a second. */
const characterMs: Milliseconds = 60;
const playedMs: Milliseconds = 2_000;

/** Who hears what is spoken: the caller, or whoever answered and is not connected yet. */
export type Ears = "caller" | "business";

/**
 * Carries out a Say, Play or Pause. It ends at `cutAtMs` of the call's time when a key is pressed then. False when the
 * caller hung up.
 */
export async function speak(
  call: FakeCall,
  verb: TwimlVerb,
  document: Document,
  cutAtMs = Number.POSITIVE_INFINITY,
  ears: Ears = "caller",
): Promise<boolean> {
  if (verb.name !== "Pause" && ears === "caller") call.answer();
  if (verb.name === "Play") await fetchSound(call, verb, document);
  const fromMs = call.line.nowMs;
  const wholeMs = lengthOf(verb);
  const during = ears === "caller" ? "notice" : "whisper";
  const hangsUp = call.script.hangupDuring === during && verb.name !== "Pause";
  const isHere = await call.pass(Math.max(0, Math.min(hangsUp ? wholeMs / 2 : wholeMs, cutAtMs - fromMs)));
  const { text } = verb;
  const only = ears === "business" ? { only: ears } : {};
  if (verb.name === "Say") call.line.sounded({ who: "carrier", what: "speech", text, fromMs, ...only });
  if (verb.name === "Play") call.line.sounded({ who: "carrier", what: "played", text, fromMs, ...only });
  if (hangsUp && cutAtMs > call.line.nowMs) call.end("caller_hung_up");
  return isHere && !call.isGone;
}

function lengthOf(verb: TwimlVerb): Milliseconds {
  const loops = Math.min(10, Math.max(1, Number(verb.attributes["loop"] ?? 1) || 1));
  if (verb.name === "Say") return verb.text.length * characterMs * loops;
  return verb.name === "Play" ? playedMs * loops : secondsOf(verb.attributes["length"], 1);
}

/** Twilio fetches what it plays. What the sound is does not matter here: it lasts two seconds. */
async function fetchSound(call: FakeCall, verb: TwimlVerb, document: Document): Promise<void> {
  if (verb.text === "") return;
  const [url, atMs, { keys }] = [addressIn(document, verb.text), call.line.nowMs, call.place];
  const { answered, attempts, tookMs } = await askPeer({
    method: "GET",
    url,
    params: {},
    keys,
    eventId: newEventId(),
  });
  const status = answered.kind === "answer" ? answered.status : undefined;
  const isSound = answered.kind === "answer" && status === 200 && answered.contentType.startsWith("audio/");
  const error = isSound ? undefined : "13420";
  call.ledger.documents.push({ why: "play", method: "GET", url, attempts, tookMs, status, error, verbs: [], atMs });
}

/** A whole number of seconds from an attribute, in milliseconds. */
export function secondsOf(attribute: string | undefined, usual: number): Milliseconds {
  return (/^\d{1,5}$/.test(attribute ?? "") ? Number(attribute) : usual) * 1_000;
}
