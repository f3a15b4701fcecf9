import { err, ok, type Result } from "@ringtrail/core";
import { mostBytes } from "./ask-once.ts";
import { askPeer, newEventId, type PeerAnswer } from "./ask-peer.ts";
import type { FakeCall } from "./fake-call.ts";
import type { DocumentAsked } from "./ledger.ts";
import { parseTwiml, type TwimlVerb } from "./parse-twiml.ts";

/** A document and where it came from: relative addresses in it are read against `url`. */
export interface Document {
  readonly url: string;
  readonly verbs: readonly TwimlVerb[];
}

/** Where to ask for the next document, and what to tell besides the call. */
export interface Ask {
  readonly why: DocumentAsked["why"];
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly params: Readonly<Record<string, string>>;
}

/** Nobody gave a document that can be carried out. */
export interface NoDocument {
  readonly code: "no_document";
  readonly error: string;
}

/** More fallbacks than this in one call are a circle. */
const mostFallbacks = 3;

/**
 * Asks for a document; when that fails, asks the number's fallback address and says why (Twilio docs, "Availability
 * and Reliability": a fallback is asked on any fatal error while a call is carried out).
 */
export async function askDocument(call: FakeCall, ask: Ask): Promise<Result<Document, NoDocument>> {
  const first = await askOnePlace(call, ask);
  if (first.ok || call.isGone) return first;
  const { VoiceFallbackUrl = "", VoiceFallbackMethod } = call.place.number.settings;
  if (VoiceFallbackUrl === "" || call.fallbacks >= mostFallbacks) return first;
  call.fallbacks += 1;
  return askOnePlace(call, {
    why: "fallback",
    url: VoiceFallbackUrl,
    method: VoiceFallbackMethod === "GET" ? "GET" : "POST",
    params: errorParams(call, ask, first.reason),
  });
}

/** Only Twilio says what went wrong. */
function errorParams({ place }: FakeCall, { url }: Ask, { error }: NoDocument): Ask["params"] {
  return place.keys.face === "twilio" ? { ErrorCode: error, ErrorUrl: url.split("#")[0] ?? url } : {};
}

async function askOnePlace(call: FakeCall, ask: Ask): Promise<Result<Document, NoDocument>> {
  const atMs = call.line.nowMs;
  const { keys } = call.place;
  const answer = await askPeer({ ...ask, params: { ...call.params(), ...ask.params }, keys, eventId: newEventId() });
  call.line.advance(answer.tookMs);
  const verbs = readAnswer(answer);
  call.ledger.documents.push({
    why: ask.why,
    method: ask.method,
    url: ask.url,
    attempts: answer.attempts,
    tookMs: Math.round(answer.tookMs),
    status: answer.answered.kind === "answer" ? answer.answered.status : undefined,
    error: verbs.ok ? undefined : verbs.reason.error,
    verbs: verbs.ok ? verbs.value.map((verb) => verb.name) : [],
    atMs,
  });
  return verbs.ok ? ok({ url: ask.url, verbs: verbs.value }) : verbs;
}

/** 11200: an HTTP failure; 11205: no connection or no answer. The others are the document's own faults. */
function readAnswer({ answered }: PeerAnswer): Result<readonly TwimlVerb[], NoDocument> {
  if (answered.kind !== "answer") return err({ code: "no_document", error: "11205" });
  if (answered.status < 200 || answered.status > 299) return err({ code: "no_document", error: "11200" });
  const verbs = parseTwiml(answered.contentType, answered.body, mostBytes);
  return verbs.ok ? verbs : err({ code: "no_document", error: verbs.reason.error });
}

/** An address in a document, which may be relative to it. An empty one is the document's own. */
export function addressIn(document: Document, address: string | undefined): string {
  if (address === undefined || address === "") return document.url;
  return URL.canParse(address, document.url) ? new URL(address, document.url).toString() : address;
}

/** The method an attribute names; Twilio's default is POST. */
export function methodOf(attribute: string | undefined): "GET" | "POST" {
  return attribute?.toUpperCase() === "GET" ? "GET" : "POST";
}
