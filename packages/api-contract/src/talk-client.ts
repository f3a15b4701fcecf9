import type { RecordingRest } from "./endpoints/pause-recording.ts";

/** What can be said of a call while it goes on. */
export interface TalkClient {
  /** Lets the recording of a running call rest, or go on. */
  pauseRecording(call: string): Promise<RecordingRest>;
  resumeRecording(call: string): Promise<RecordingRest>;
  /** Somebody joins a running call: its recording rests until they were told of it. */
  announceNewcomer(call: string, who: string): Promise<RecordingRest>;
  tellNewcomer(call: string, who: string): Promise<RecordingRest>;
}

/** How a request that changes something is made. */
type Post = <Answer>(path: string, body?: unknown) => Promise<Answer>;

/** The part of the client that steers running calls. */
export function talkClient(post: Post): TalkClient {
  const of = (call: string) => `/v1/calls/${encodeURIComponent(call)}`;
  return {
    pauseRecording: (call) => post(`${of(call)}/recording/pause`),
    resumeRecording: (call) => post(`${of(call)}/recording/resume`),
    announceNewcomer: (call, who) => post(`${of(call)}/newcomers`, { who }),
    tellNewcomer: (call, who) => post(`${of(call)}/newcomers/told`, { who }),
  };
}
