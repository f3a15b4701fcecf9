import { addressIn, askDocument, methodOf, type Document } from "./ask-document.ts";
import type { FakeCall } from "./fake-call.ts";
import type { Leg } from "./report-leg.ts";
import { speak } from "./speak.ts";

/**
 * Carries out what a Number's `url` answers, for whoever picked up, before the two are connected. The caller goes on
 * hearing it ring. True when the two may be connected.
 *
 * A document that cannot be had ends the leg. Twilio's pages do not say so; it is the worse of the two readings, so
 * that our own side is tested against it.
 */
export async function runWhisper(call: FakeCall, document: Document, { noun, booked }: Leg): Promise<boolean> {
  const { url, method } = noun.attributes;
  if (url === undefined) return true;
  const told = await askDocument(call, {
    why: "whisper",
    url: addressIn(document, url),
    method: methodOf(method),
    params: call.legParams(booked),
  });
  if (!told.ok) return false;
  for (const verb of told.value.verbs) {
    if (verb.name === "Hangup") return false;
    const isSpoken = ["Say", "Play", "Pause"].includes(verb.name);
    if (isSpoken && !(await speak(call, verb, told.value, undefined, "business"))) return false;
  }
  return !call.isGone;
}
