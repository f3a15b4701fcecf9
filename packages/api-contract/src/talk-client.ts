import type { CallNoteShown, CallNoteWanted } from "./endpoints/call-word-doors.ts";
import type { NewcomerTold } from "./endpoints/newcomer-doors.ts";
import type { RecordingRest } from "./endpoints/pause-recording.ts";
import type { SpamShown } from "./shapes/spam.ts";

/** What can be said of a call, while it goes on and after. */
export interface TalkClient {
  /** Lets the recording of a running call rest, or go on. */
  pauseRecording(call: string): Promise<RecordingRest>;
  resumeRecording(call: string): Promise<RecordingRest>;
  /** Somebody joins a running call: its recording rests until they were told of it. */
  announceNewcomer(call: string, who: string, place?: string): Promise<RecordingRest>;
  tellNewcomer(call: string, who: string, more?: Omit<NewcomerTold, "who">): Promise<RecordingRest>;
  /** Flags a call as spam, or takes the flag away. */
  saySpam(call: string, isSpam: boolean): Promise<SpamShown>;
  /** Lead status, tags and a note. */
  callNote(call: string): Promise<CallNoteShown>;
  writeCallNote(call: string, note: CallNoteWanted): Promise<CallNoteShown>;
}

/** How a request that changes something is made. */
type Ask = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

/** The part of the client that says something of calls. */
export function talkClient(ask: Ask): TalkClient {
  const post = (path: string, body?: unknown): Promise<RecordingRest> => ask("POST", path, body);
  const of = (call: string) => `/v1/calls/${encodeURIComponent(call)}`;
  return {
    pauseRecording: (call) => post(`${of(call)}/recording/pause`),
    resumeRecording: (call) => post(`${of(call)}/recording/resume`),
    announceNewcomer: (call, who, place) => post(`${of(call)}/newcomers`, { who, place }),
    tellNewcomer: (call, who, more) => post(`${of(call)}/newcomers/told`, { who, ...more }),
    callNote: (call) => ask("GET", `${of(call)}/note`),
    writeCallNote: (call, note) => ask("PUT", `${of(call)}/note`, note),
    saySpam: (call, isSpam) => ask("PUT", `${of(call)}/spam`, { isSpam }),
  };
}
