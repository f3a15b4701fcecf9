import { err, ok, type Result } from "@ringtrail/core";
import type { Send, SendRequest, SendTrouble } from "../send/send.ts";

/**
 * Why a platform was not told. `platform_keys_refused`: it does not accept the keys. `platform_refused`: it takes none
 * of what was sent, and would not tomorrow. Everything else may go better next time.
 */
export interface PlatformTrouble {
  readonly code:
    | SendTrouble["code"]
    | "platform_keys_refused"
    | "platform_refused"
    | "platform_busy"
    | "platform_failing";
  /** What the platform said, in its words, cut short; empty when it did not answer. */
  readonly said: string;
}

/** What became of what was sent together, by conversion id: undefined was taken, a text is why it was not. */
export type Outcomes = ReadonlyMap<string, string | undefined>;

/** Asks a platform and names what went wrong by its status. */
export async function askPlatform(send: Send, request: SendRequest): Promise<Result<string, PlatformTrouble>> {
  const answered = await send(request);
  if (!answered.ok) return err({ code: answered.reason.code, said: "" });
  const { status, body } = answered.value;
  if (status >= 200 && status < 300) return ok(body);
  const said = body.replaceAll(/\s+/g, " ").slice(0, 300);
  if (status === 401 || status === 403) return err({ code: "platform_keys_refused", said });
  if (status === 429) return err({ code: "platform_busy", said });
  return err({ code: status >= 500 ? "platform_failing" : "platform_refused", said });
}

/** JSON, or undefined for what is none. */
export function readAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A request with a body of JSON. */
export function jsonRequest(url: string, body: unknown, headers: Readonly<Record<string, string>> = {}): SendRequest {
  return {
    url,
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body: JSON.stringify(body),
    keepBytes: 1_048_576,
  };
}
