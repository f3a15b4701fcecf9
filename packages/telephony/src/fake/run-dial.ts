import { addressIn, askDocument, methodOf, type Document } from "./ask-document.ts";
import type { BookedCall, BookedRecording } from "./exchange.ts";
import type { FakeCall } from "./fake-call.ts";
import { finishRecording, startRecording } from "./keep-recording.ts";
import type { TwimlVerb } from "./parse-twiml.ts";
import type { Next } from "./run-gather.ts";
import { secondsOf } from "./speak.ts";
import { twilioDate } from "./twilio-date.ts";

/** A Dial as it is carried out: the verb, the number it names, and the leg to it. */
interface Dialling {
  readonly call: FakeCall;
  readonly document: Document;
  readonly dial: TwimlVerb;
  readonly noun: TwimlVerb;
  readonly leg: BookedCall;
}

/** Carries out a Dial to one Number: rings, connects, records, reports, and asks its action what comes next. */
export async function runDial(call: FakeCall, dial: TwimlVerb, document: Document): Promise<Next> {
  if (dial.attributes["answerOnBridge"] !== "true") call.answer();
  const noun = dial.children.find((child) => child.name === "Number") ?? dial;
  const leg = call.newLeg(noun.text, dial.attributes["callerId"] ?? call.booked.from);
  const dialling = { call, document, dial, noun, leg };
  report(dialling, "initiated");
  const recording = (await ring(dialling)) ? await talk(dialling) : undefined;
  leg.endedAt = new Date();
  report(dialling, "completed");
  return finish(dialling, recording);
}

/** True when the business answered. */
async function ring({ call, dial, leg, noun, document }: Dialling): Promise<boolean> {
  const { answer, ringSeconds, hangupDuring } = call.script;
  if (answer === "failed") {
    leg.status = "failed";
    return false;
  }
  leg.status = "ringing";
  report({ call, dial, leg, noun, document }, "ringing");
  const fromMs = call.line.nowMs;
  const patienceMs = secondsOf(dial.attributes["timeout"], 30);
  const answersAfterMs =
    answer === "busy" ? 1_000 : answer === "no-answer" ? Number.POSITIVE_INFINITY : ringSeconds * 1_000;
  const ringMs = Math.min(patienceMs, answersAfterMs);
  const isHere = await call.pass(hangupDuring === "ringing" ? ringMs / 2 : ringMs);
  if (hangupDuring === "ringing") call.end("caller_hung_up");
  call.line.sounded({ who: "carrier", what: "ringback", fromMs });
  if (!isHere || call.isGone) leg.status = "canceled";
  else if (answer === "busy") leg.status = "busy";
  else if (answersAfterMs > patienceMs) leg.status = "no-answer";
  else return true;
  return false;
}

/** Both are connected. Answers the recording, if the Dial asked for one. */
async function talk(dialling: Dialling): Promise<BookedRecording | undefined> {
  const { call, dial, leg, document } = dialling;
  call.answer();
  leg.status = "in-progress";
  report(dialling, "answered");
  const recording = dial.attributes["record"]?.startsWith("record-from-")
    ? startRecording(call, dial, document, "DialVerb")
    : undefined;
  const fromMs = call.line.nowMs;
  const talkMs = Math.min(call.script.talkSeconds * 1_000, secondsOf(dial.attributes["timeLimit"], 14_400));
  const hangsUp = call.script.hangupDuring === "talk";
  await call.pass(hangsUp ? talkMs / 2 : talkMs);
  call.line.sounded({ who: "business", what: "voice", fromMs });
  if (hangsUp || call.script.hungUpBy === "caller") call.end("caller_hung_up");
  leg.status = "completed";
  leg.seconds = Math.round((call.line.nowMs - fromMs) / 1_000);
  if (recording !== undefined) finishRecording(call, dial, document, recording);
  return recording?.booked;
}

/** Asks the action. A caller who hung up hears nothing of the answer, but Twilio asks all the same. */
async function finish(dialling: Dialling, recording: BookedRecording | undefined): Promise<Next> {
  const { call, dial, document, leg } = dialling;
  const action = dial.attributes["action"];
  if (action === undefined) return { kind: call.isGone ? "over" : "verb" };
  const isBridged = leg.status === "completed";
  const next = await askDocument(call, {
    why: "dial",
    url: addressIn(document, action),
    method: methodOf(dial.attributes["method"]),
    params: {
      DialBridged: String(isBridged),
      DialCallDuration: String(leg.seconds),
      DialCallSid: leg.sid,
      DialCallStatus: leg.status,
      ...(recording === undefined ? {} : { RecordingUrl: recordingUrl(call, recording) }),
    },
  });
  if (call.isGone) return { kind: "over" };
  return next.ok ? { kind: "document", document: next.value } : { kind: "verb" };
}

function recordingUrl({ place }: FakeCall, { account, sid }: BookedRecording): string {
  return `${place.url}/2010-04-01/Accounts/${account}/Recordings/${sid}`;
}

type LegMoment = "initiated" | "ringing" | "answered" | "completed";

/** Reports a moment of the leg when the Number asked for it; `completed` alone unless it says otherwise. */
function report({ call, noun, leg, document }: Dialling, moment: LegMoment): void {
  const { statusCallback, statusCallbackEvent = "completed", statusCallbackMethod } = noun.attributes;
  if (statusCallback === undefined || !statusCallbackEvent.split(" ").includes(moment)) return;
  const order: readonly LegMoment[] = ["initiated", "ringing", "answered", "completed"];
  const status = moment === "initiated" ? "initiated" : leg.status;
  call.report({
    kind: "status",
    event: status,
    method: methodOf(statusCallbackMethod),
    url: addressIn(document, statusCallback),
    params: {
      ...call.legParams(leg),
      CallbackSource: "call-progress-events",
      CallStatus: status,
      SequenceNumber: String(order.indexOf(moment)),
      Timestamp: twilioDate(new Date()),
      ...(moment === "completed"
        ? { CallDuration: String(leg.seconds), Duration: String(Math.ceil(leg.seconds / 60)) }
        : {}),
    },
  });
}
