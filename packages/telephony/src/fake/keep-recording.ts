import type { Milliseconds } from "@ringtrail/core";
import { addressIn, methodOf, type Document } from "./ask-document.ts";
import { newSid, type BookedRecording } from "./exchange.ts";
import type { FakeCall } from "./fake-call.ts";
import type { TwimlVerb } from "./parse-twiml.ts";
import { tapeOf } from "./record-line.ts";
import { twilioDate } from "./twilio-date.ts";

/** A recording that runs. */
export interface RunningRecording {
  readonly booked: BookedRecording;
  readonly fromMs: Milliseconds;
}

/** How long the carrier takes to write a recording, in the call's own time; and the shortest one it keeps. */
const writingMs: Milliseconds = 2_000;
const shortestMs: Milliseconds = 1_000;

/** Starts a recording now and says so to whoever the verb named. */
export function startRecording(
  call: FakeCall,
  verb: TwimlVerb,
  document: Document,
  source: BookedRecording["source"],
): RunningRecording {
  const booked: BookedRecording = {
    sid: newSid("RE"),
    account: call.booked.account,
    callSid: call.booked.sid,
    source,
    channels: verb.attributes["record"]?.endsWith("-dual") ? 2 : 1,
    startedAt: new Date(),
    status: "in-progress",
    seconds: 0,
    tape: undefined,
  };
  call.place.exchange.recordings.set(booked.sid, booked);
  call.recordings.push(booked);
  report(call, verb, document, booked);
  return { booked, fromMs: call.line.nowMs };
}

/** Stops the recording now; it lies on the shelf a little later, unless it is too short to keep (16101). */
export function finishRecording(
  call: FakeCall,
  verb: TwimlVerb,
  document: Document,
  { booked, fromMs }: RunningRecording,
): void {
  const toMs = call.line.nowMs;
  const tape = tapeOf(call.line, { fromMs, toMs, channels: booked.channels });
  const write = () => {
    const isKept = toMs - fromMs >= shortestMs;
    booked.status = isKept ? "completed" : "absent";
    booked.seconds = isKept ? Math.round((toMs - fromMs) / 1_000) : 0;
    booked.tape = isKept ? tape : undefined;
    report(call, verb, document, booked);
  };
  const waited = new Promise((resume) => setTimeout(resume, writingMs / call.place.speed));
  call.afterwards.push(waited.then(write));
}

function report(call: FakeCall, verb: TwimlVerb, document: Document, booked: BookedRecording): void {
  const { recordingStatusCallback, recordingStatusCallbackEvent = "completed" } = verb.attributes;
  if (recordingStatusCallback === undefined) return;
  if (!recordingStatusCallbackEvent.split(" ").includes(booked.status)) return;
  call.report({
    kind: "recording",
    event: booked.status,
    method: methodOf(verb.attributes["recordingStatusCallbackMethod"]),
    url: addressIn(document, recordingStatusCallback),
    params: {
      AccountSid: booked.account,
      CallSid: booked.callSid,
      RecordingChannels: String(booked.channels),
      RecordingSid: booked.sid,
      RecordingSource: booked.source,
      RecordingStartTime: twilioDate(booked.startedAt),
      RecordingStatus: booked.status,
      RecordingTrack: "both",
      RecordingUrl: `${call.place.url}/2010-04-01/Accounts/${booked.account}/Recordings/${booked.sid}`,
      ...(booked.status === "completed" ? { RecordingDuration: String(booked.seconds) } : {}),
      ...(booked.status === "absent" ? { ErrorCode: "16101" } : {}),
    },
  });
}
