import type { AccountId, CallId, ConnectionId, Instant, OpenText, RecordingId } from "@ringtrail/core";
import type { CarrierRecording } from "@ringtrail/core/call-flow";

/** Fetch one recording from its carrier and store it encrypted. */
export interface FetchRecording {
  readonly account: AccountId;
  readonly call: CallId;
  readonly connection: ConnectionId;
  /** Chosen when the job is made, so that every attempt stores the same recording. */
  readonly recording: RecordingId;
  readonly at: CarrierRecording;
}

/** A job that was given up after its last attempt. */
export interface DeadJob {
  readonly id: string;
  readonly kind: "fetch-recording";
  readonly account: AccountId;
  readonly call: CallId;
  /** What the last attempt said. Carries no personal data. */
  readonly why: OpenText;
  readonly attempts: number;
  readonly at: Instant;
}

/** How many jobs of one kind wait (for their first or next attempt), run, and were given up. */
export interface QueueState {
  readonly kind: DeadJob["kind"];
  readonly waiting: number;
  readonly running: number;
  readonly dead: number;
}

/** Work that outlives a request, kept in PostgreSQL. */
export interface JobQueue {
  /** A second job for the same recording changes nothing. */
  fetchRecording(job: FetchRecording): Promise<void>;
  states(): Promise<readonly QueueState[]>;
  /** The account's jobs that were given up, newest first, at most `limit`. */
  dead(account: AccountId, limit: number): Promise<readonly DeadJob[]>;
  /** Puts a dead job back into its queue. False when there is no such job of the account. */
  retry(account: AccountId, id: string): Promise<boolean>;
  /** False while the queue cannot take or run work. */
  isRunning(): boolean;
}
