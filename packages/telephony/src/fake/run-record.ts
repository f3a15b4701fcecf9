import { addressIn, askDocument, methodOf, type Document } from "./ask-document.ts";
import type { FakeCall } from "./fake-call.ts";
import { finishRecording, recordingUrl, startRecording } from "./keep-recording.ts";
import type { TwimlVerb } from "./parse-twiml.ts";
import type { Next } from "./run-gather.ts";
import { secondsOf } from "./speak.ts";

/** Carries out a Record: the caller speaks for `talkSeconds`, then hangs up; the action is asked all the same. */
export async function runRecord(call: FakeCall, verb: TwimlVerb, document: Document): Promise<Next> {
  call.answer();
  const recording = startRecording(call, verb, document, "RecordVerb");
  const speaksMs = call.script.talkSeconds * 1_000;
  const mostMs = secondsOf(verb.attributes["maxLength"], 3_600);
  await call.pass(Math.min(speaksMs, mostMs));
  if (speaksMs <= mostMs) call.end("caller_hung_up");
  finishRecording(call, recording);
  const next = await askDocument(call, {
    why: "record",
    url: addressIn(document, verb.attributes["action"]),
    method: methodOf(verb.attributes["method"]),
    params: {
      Digits: call.isGone ? "hangup" : "",
      RecordingDuration: String(Math.round((call.line.nowMs - recording.fromMs) / 1_000)),
      RecordingSid: recording.booked.sid,
      RecordingUrl: recordingUrl(call, recording.booked),
    },
  });
  if (call.isGone) return { kind: "over" };
  return next.ok ? { kind: "document", document: next.value } : { kind: "verb" };
}
