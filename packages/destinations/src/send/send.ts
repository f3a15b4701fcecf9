import type { Milliseconds, Result } from "@ringtrail/core";

/** One HTTP request to somebody else's server. */
export interface SendRequest {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The whole exchange, from the look-up of the name to the last byte kept. Default 15 s. */
  readonly timeoutMs?: Milliseconds;
  /** How many bytes of the answer are kept; the rest is not read. Default 16 KiB. */
  readonly keepBytes?: number;
}

/** What the other server answered, whatever its status. */
export interface SendAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The answer went on after `keepBytes`; we stopped reading and closed the connection. */
  readonly isCut: boolean;
}

/**
 * Why there is no answer. `address_private`: the name leads to a machine that is not on the public internet, so nothing
 * was connected to. `url_malformed`: no http(s) address, or one with a user and password in it.
 */
export interface SendTrouble {
  readonly code:
    | "url_malformed"
    | "address_private"
    | "name_unknown"
    | "connection_refused"
    | "connection_lost"
    | "certificate_invalid"
    | "timed_out";
}

/**
 * The one way out of the house: every destination that speaks HTTP takes it as a port. No redirect is followed: a
 * receiver that moved says so by its status.
 */
export type Send = (request: SendRequest) => Promise<Result<SendAnswer, SendTrouble>>;
