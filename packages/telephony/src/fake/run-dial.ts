import { addressIn, askDocument, methodOf, type Document } from "./ask-document.ts";
import type { BookedRecording } from "./exchange.ts";
import type { FakeCall } from "./fake-call.ts";
import { finishRecording, recordingUrl, startRecording } from "./keep-recording.ts";
import type { TwimlVerb } from "./parse-twiml.ts";
import { reportLeg, type Leg } from "./report-leg.ts";
import { ringLegs } from "./ring-legs.ts";
import type { Next } from "./run-gather.ts";
import { runWhisper } from "./run-whisper.ts";
import { secondsOf } from "./speak.ts";

/** A Dial as it is carried out: the verb, and the leg that answered or the first one. */
interface Dialling {
  readonly call: FakeCall;
  readonly document: Document;
  readonly dial: TwimlVerb;
  readonly leg: Leg;
}

/** Carries out a Dial: rings its Numbers, whispers, connects, records, reports, and asks its action what comes next. */
export async function runDial(call: FakeCall, dial: TwimlVerb, document: Document): Promise<Next> {
  if (dial.attributes["answerOnBridge"] !== "true") call.answer();
  const { answered, first } = await ringLegs(call, dial, document);
  const dialling = { call, document, dial, leg: answered ?? first };
  const isConnected = answered !== undefined && (await runWhisper(call, document, answered));
  const recording = isConnected ? await talk(dialling) : undefined;
  if (answered !== undefined && !isConnected) answered.booked.status = "completed";
  if (answered !== undefined) {
    answered.booked.endedAt = new Date();
    reportLeg(call, document, answered, "completed");
  }
  return finish(dialling, isConnected, recording);
}

/** Both are connected. Answers the recording, if the Dial asked for one. */
async function talk({ call, dial, leg, document }: Dialling): Promise<BookedRecording | undefined> {
  call.answer();
  const recording = dial.attributes["record"]?.startsWith("record-from-")
    ? startRecording(call, dial, document, "DialVerb")
    : undefined;
  const fromMs = call.line.nowMs;
  const talkMs = Math.min(call.script.talkSeconds * 1_000, secondsOf(dial.attributes["timeLimit"], 14_400));
  const hangsUp = call.script.hangupDuring === "talk";
  await call.pass(hangsUp ? talkMs / 2 : talkMs);
  call.line.sounded({ who: "business", what: "voice", fromMs });
  if (hangsUp || call.script.hungUpBy === "caller") call.end("caller_hung_up");
  leg.booked.status = "completed";
  leg.booked.seconds = Math.round((call.line.nowMs - fromMs) / 1_000);
  if (recording !== undefined) finishRecording(call, recording);
  return recording?.booked;
}

/** Asks the action. A caller who hung up hears nothing of the answer, but Twilio asks all the same. */
async function finish(
  { call, dial, document, leg: { booked } }: Dialling,
  isBridged: boolean,
  recording: BookedRecording | undefined,
): Promise<Next> {
  const action = dial.attributes["action"];
  if (action === undefined) return { kind: call.isGone ? "over" : "verb" };
  const next = await askDocument(call, {
    why: "dial",
    url: addressIn(document, action),
    method: methodOf(dial.attributes["method"]),
    params: {
      DialBridged: String(isBridged),
      DialCallDuration: String(booked.seconds),
      DialCallSid: booked.sid,
      DialCallStatus: booked.status,
      ...(recording === undefined ? {} : { RecordingUrl: recordingUrl(call, recording) }),
    },
  });
  if (call.isGone) return { kind: "over" };
  return next.ok ? { kind: "document", document: next.value } : { kind: "verb" };
}
