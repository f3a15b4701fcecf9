import type { Milliseconds } from "@ringtrail/core";
import { addressIn, type Document } from "./ask-document.ts";
import { askPeer, newEventId } from "./ask-peer.ts";
import type { FakeCall } from "./fake-call.ts";
import type { TwimlVerb } from "./parse-twiml.ts";
import { readWav, telephoneRate } from "../sound/wav.ts";

/** How long a spoken text lasts: about 60 ms a character, or 16 characters a second. */
const characterMs: Milliseconds = 60;
/** How long a sound lasts that we cannot read: an MP3, or another rate than the telephone's. */
const playedMs: Milliseconds = 2_000;
/** Twilio plays files of up to 40 MB. */
const mostSoundBytes = 40_000_000;

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
  const samples = verb.name === "Play" ? await fetchSound(call, verb, document) : undefined;
  const fromMs = call.line.nowMs;
  const wholeMs = lengthOf(verb, samples);
  const during = ears === "caller" ? "notice" : "whisper";
  const hangsUp = call.script.hangupDuring === during && verb.name !== "Pause";
  const isHere = await call.pass(Math.max(0, Math.min(hangsUp ? wholeMs / 2 : wholeMs, cutAtMs - fromMs)));
  const { text } = verb;
  const only = ears === "business" ? { only: ears } : {};
  if (verb.name === "Say") call.line.sounded({ who: "carrier", what: "speech", text, fromMs, ...only });
  if (verb.name === "Play" && samples !== "nothing") {
    call.line.sounded({ who: "carrier", what: "played", text, samples, fromMs, ...only });
  }
  if (hangsUp && cutAtMs > call.line.nowMs) call.end("caller_hung_up");
  return isHere && !call.isGone;
}

function lengthOf(verb: TwimlVerb, samples: Played): Milliseconds {
  const loops = Math.min(10, Math.max(1, Number(verb.attributes["loop"] ?? 1) || 1));
  if (verb.name === "Say") return verb.text.length * characterMs * loops;
  if (verb.name !== "Play") return secondsOf(verb.attributes["length"], 1);
  if (samples === "nothing") return 0;
  return loops * (samples === undefined ? playedMs : (samples.length * 1_000) / telephoneRate);
}

/** The samples that are heard; undefined when the sound is heard but cannot be read here. */
type Played = Int16Array | "nothing" | undefined;

/** Twilio fetches what it plays. Of what cannot be fetched nothing is heard, and the call goes on. */
async function fetchSound(call: FakeCall, verb: TwimlVerb, document: Document): Promise<Played> {
  if (verb.text === "") return undefined;
  const [url, atMs, { keys }] = [addressIn(document, verb.text), call.line.nowMs, call.place];
  const { answered, attempts, tookMs } = await askPeer({
    method: "GET",
    url,
    params: {},
    keys,
    eventId: newEventId(),
    mostBytes: mostSoundBytes,
  });
  const status = answered.kind === "answer" ? answered.status : undefined;
  const isSound = answered.kind === "answer" && status === 200 && answered.contentType.startsWith("audio/");
  const error = isSound ? undefined : "13420";
  call.ledger.documents.push({ why: "play", method: "GET", url, attempts, tookMs, status, error, verbs: [], atMs });
  return isSound ? readSamples(answered.bytes) : "nothing";
}

function readSamples(bytes: Uint8Array): Int16Array | undefined {
  try {
    const { sampleRate, channels } = readWav(bytes);
    return sampleRate === telephoneRate ? channels[0] : undefined;
  } catch {
    return undefined;
  }
}

/** A whole number of seconds from an attribute, in milliseconds. */
export function secondsOf(attribute: string | undefined, usual: number): Milliseconds {
  return (/^\d{1,5}$/.test(attribute ?? "") ? Number(attribute) : usual) * 1_000;
}
