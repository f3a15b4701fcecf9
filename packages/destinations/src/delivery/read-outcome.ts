import { day, second, type Instant, type Milliseconds, type Result } from "@ringtrail/core";
import type { SendAnswer, SendTrouble } from "../send/send.ts";
import type { Outcome } from "./outcome.ts";

/**
 * What an answer over HTTP means for a delivery. 408, 425, 429 and 5xx are the receiver's own trouble; any other 4xx, and
 * a redirect, which is not followed, are about this message.
 */
export function readOutcome(answered: Result<SendAnswer, SendTrouble>, request: string, now: Instant): Outcome {
  if (!answered.ok) return { kind: "failed", request, trouble: answered.reason.code };
  const { status, body, isCut, headers } = answered.value;
  // PostgreSQL keeps no NUL, and what is no UTF-8 was made readable on the way in.
  const said = { request, status, answer: body.replaceAll("\0", ""), isCut };
  if (status >= 200 && status < 300) return { kind: "delivered", ...said };
  if (status === 410) return { kind: "failed", ...said, trouble: "gone", isFinal: true };
  const isOwnFault = status < 500 && ![408, 425, 429].includes(status);
  const waitMs = isOwnFault ? undefined : readRetryAfter(headers["retry-after"], now);
  const trouble = status >= 300 && status < 400 ? "redirected" : "status_bad";
  return { kind: "failed", ...said, trouble, isOwnFault, waitMs };
}

/** `Retry-After` as seconds or as a date, at most a day. */
function readRetryAfter(text: string | undefined, now: Instant): Milliseconds | undefined {
  if (text === undefined) return undefined;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * second : Date.parse(text) - now;
  return Number.isNaN(ms) || ms < 0 ? undefined : Math.min(ms, day);
}
