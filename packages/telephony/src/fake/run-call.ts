import { addressIn, askDocument, methodOf, type Document } from "./ask-document.ts";
import type { FakeCall } from "./fake-call.ts";
import { finishRecording, startRecording } from "./keep-recording.ts";
import type { TwimlVerb } from "./parse-twiml.ts";
import { runDial } from "./run-dial.ts";
import { runGather, type Next } from "./run-gather.ts";
import { runRecord } from "./run-record.ts";
import { speak } from "./speak.ts";
import { stamp } from "./write-date.ts";

/** More documents than this in one call are a circle. */
const mostDocuments = 50;

/** Carries out a whole call: from the first question to the last report. Never throws for what its peer does. */
export async function runCall(call: FakeCall): Promise<void> {
  const { VoiceUrl = "", VoiceMethod } = call.place.number.settings;
  const first = await askDocument(call, { why: "voice", url: VoiceUrl, method: methodOf(VoiceMethod), params: {} });
  if (!first.ok) call.end("application_error", "failed");
  let document = first.ok ? first.value : undefined;
  for (let asked = 0; document !== undefined && asked < mostDocuments; asked += 1) {
    document = await runDocument(call, document);
  }
  call.end(call.isGone ? "caller_hung_up" : "document_ended");
  for (const running of call.running.slice()) finishRecording(call, running);
  reportEnd(call);
  await Promise.all(call.afterwards);
  await call.reports.close();
}

/** Carries out the verbs in order. Answers the document that takes over, or undefined when the call is over. */
async function runDocument(call: FakeCall, document: Document): Promise<Document | undefined> {
  for (const verb of document.verbs) {
    const next = await runVerb(call, verb, document);
    if (next.kind === "document") return next.document;
    if (next.kind === "over" || call.isGone) return undefined;
  }
  return undefined;
}

async function runVerb(call: FakeCall, verb: TwimlVerb, document: Document): Promise<Next> {
  switch (verb.name) {
    case "Say":
    case "Play":
    case "Pause":
      return { kind: (await speak(call, verb, document)) ? "verb" : "over" };
    case "Gather":
      return runGather(call, verb, document);
    case "Dial":
      return runDial(call, verb, document);
    case "Start":
      for (const noun of verb.children) startNoun(call, noun, document);
      return { kind: "verb" };
    case "Record":
      return runRecord(call, verb, document);
    case "Redirect":
      return redirect(call, verb, document);
    case "Hangup":
      call.end("hangup");
      return { kind: "over" };
    case "Reject":
      call.end("reject", verb.attributes["reason"] === "busy" ? "busy" : "no-answer");
      return { kind: "over" };
    default:
      // Twilio warns (12200) and goes on.
      return { kind: "verb" };
  }
}

/** A recording of the whole call runs on from here, whatever documents come (Twilio docs, "<Recording>"). */
function startNoun(call: FakeCall, noun: TwimlVerb, document: Document): void {
  if (noun.name !== "Recording") return;
  call.answer();
  startRecording(call, noun, document, "StartCallRecordingTwiML");
}

async function redirect(call: FakeCall, verb: TwimlVerb, document: Document): Promise<Next> {
  const [url, method] = [addressIn(document, verb.text), methodOf(verb.attributes["method"])];
  const next = await askDocument(call, { why: "redirect", url, method, params: {} });
  if (next.ok) return { kind: "document", document: next.value };
  call.end("application_error");
  return { kind: "over" };
}

/** The number's own status callback: once, when the call is over for the caller. */
function reportEnd(call: FakeCall): void {
  const { StatusCallback = "", StatusCallbackMethod } = call.place.number.settings;
  const { booked } = call;
  call.report({
    kind: "status",
    event: booked.status,
    method: methodOf(StatusCallbackMethod),
    url: StatusCallback,
    params: {
      ...call.params(),
      CallDuration: String(booked.seconds),
      CallbackSource: "call-progress-events",
      Duration: String(Math.ceil(booked.seconds / 60)),
      SequenceNumber: "0",
      Timestamp: stamp(call, booked.endedAt ?? new Date()),
    },
  });
}
