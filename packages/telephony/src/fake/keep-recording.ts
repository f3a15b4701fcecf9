import type { Milliseconds } from "@ringtrail/core";
import { addressIn, methodOf, type Document } from "./ask-document.ts";
import { newSid, type BookedRecording } from "./exchange.ts";
import type { FakeCall } from "./fake-call.ts";
import type { TwimlVerb } from "./parse-twiml.ts";
import { tapeOf, type Tape } from "./record-line.ts";
import { stamp } from "./write-date.ts";

/** A recording that runs. */
export interface RunningRecording {
  readonly booked: BookedRecording;
  readonly fromMs: Milliseconds;
  readonly track: Tape["track"];
  /** Stretches that were paused; the last one is open while `toMs` is undefined. */
  readonly pauses: { readonly fromMs: Milliseconds; toMs: Milliseconds | undefined }[];
  /** Says that it has begun or is written. */
  readonly tell: () => void;
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
  const {
    record,
    recordingChannels,
    channels = recordingChannels,
    recordingTrack,
    track = recordingTrack,
  } = verb.attributes;
  const booked: BookedRecording = {
    sid: newSid("RE"),
    account: call.booked.account,
    callSid: call.booked.sid,
    source,
    channels: record?.endsWith("-dual") || channels === "dual" ? 2 : 1,
    startedAt: new Date(),
    status: "in-progress",
    seconds: 0,
    tape: undefined,
  };
  call.place.exchange.recordings.set(booked.sid, booked);
  call.recordings.push(booked);
  const tell = () => report(call, verb, document, booked);
  tell();
  const running: RunningRecording = {
    booked,
    fromMs: call.line.nowMs,
    track: track === "inbound" || track === "outbound" ? track : "both",
    pauses: [],
    tell,
  };
  call.running.push(running);
  return running;
}

/** Stops the recording now; it lies on the shelf a little later, unless it is too short to keep (16101). */
export function finishRecording(call: FakeCall, running: RunningRecording): void {
  const { booked, fromMs, track } = running;
  const nth = call.running.indexOf(running);
  if (nth === -1) return;
  call.running.splice(nth, 1);
  const toMs = call.line.nowMs;
  const pauses = running.pauses.map((pause) => ({ fromMs: pause.fromMs, toMs: pause.toMs ?? toMs }));
  const tape = tapeOf(call.line, { fromMs, toMs, channels: booked.channels, track, pauses });
  const write = () => {
    const { recordingFails } = call.script.faults;
    const isKept = toMs - fromMs >= shortestMs && !recordingFails;
    booked.status = isKept ? "completed" : recordingFails ? "failed" : "absent";
    booked.seconds = isKept ? Math.round((toMs - fromMs) / 1_000) : 0;
    booked.tape = isKept ? tape : undefined;
    running.tell();
  };
  const waited = new Promise((resume) => setTimeout(resume, writingMs / call.place.speed));
  call.afterwards.push(waited.then(write));
}

/** Pauses a running recording or lets it go on, at this moment of the call. */
export function steerRecording(call: FakeCall, running: RunningRecording, status: "paused" | "in-progress"): void {
  const open = running.pauses.find(({ toMs }) => toMs === undefined);
  if (status === "paused" && open === undefined) running.pauses.push({ fromMs: call.nowMs, toMs: undefined });
  if (status === "in-progress" && open !== undefined) open.toMs = call.nowMs;
  running.booked.status = status;
}

function report(call: FakeCall, verb: TwimlVerb, document: Document, booked: BookedRecording): void {
  const { recordingStatusCallback, recordingStatusCallbackEvent = "completed" } = verb.attributes;
  if (recordingStatusCallback === undefined) return;
  // No event is named after a failed one (Twilio docs, "recordingStatusCallbackEvent"): told to who asks for absent ones.
  const event = booked.status === "failed" ? "absent" : booked.status;
  if (!recordingStatusCallbackEvent.split(" ").includes(event)) return;
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
      RecordingStartTime: stamp(call, booked.startedAt),
      RecordingStatus: booked.status,
      RecordingTrack: verb.attributes["recordingTrack"] ?? verb.attributes["track"] ?? "both",
      RecordingUrl: recordingUrl(call, booked),
      ...(booked.status === "completed" ? { RecordingDuration: String(booked.seconds) } : {}),
      ...(booked.status === "absent" ? { ErrorCode: "16101" } : {}),
    },
  });
}

/** Where the carrier says a recording lies. */
export function recordingUrl({ place }: FakeCall, { account, sid }: BookedRecording): string {
  if (place.keys.face === "telnyx") return `${place.url}/v2/fake-downloads/${sid}.wav`;
  return `${place.url}/2010-04-01/Accounts/${account}/Recordings/${sid}`;
}
