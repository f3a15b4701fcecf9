import type { KeySource } from "./keys/master-key.ts";

/** What the stores need to know. */
export interface StoreOptions {
  /** The database's owner, or any role that may assume `ringtrail_api` and `ringtrail_care`. Never logged. */
  readonly url: string;
  readonly keys: KeySource;
  /** Where recordings lie, encrypted. */
  readonly recordingsFolder: string;
  /** How long a statement that a page or a call waits for may take. Default 500 ms. */
  readonly answerTimeoutMs?: number;
  /** Connections for pages and calls, opened as they are needed; desk and care take up to three more each. Default 16. */
  readonly connections?: number;
  /** How many visits that queue for a number are served by one transaction at most; 1 gives each its own. Default 64. */
  readonly lendTogether?: number;
}
