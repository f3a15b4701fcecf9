import type { Instant, Milliseconds } from "@ringtrail/core";
import type { VerifiedWebhook } from "../carriers/verify-webhook.ts";
import type { Deps } from "../deps.ts";
import { describeError } from "../describe-error.ts";
import { withDeadline } from "./deadline.ts";
import { writeSpooled } from "./spooled-report.ts";

/** A caller hears silence while we work; after this long the static route answers. */
const deadlineMs: Milliseconds = 1_500;

/**
 * Does a webhook's work within the deadline. When it fails or is late, what the webhook said is kept on disk, and the
 * answer is undefined: no exception of ours may reach a caller. Work that is late stops at the signal, because a
 * statement that waited out an outage must not write down what the caller never got.
 */
export async function inTimeOrSpooled<Answer>(
  deps: Pick<Deps, "now" | "log" | "spool">,
  { connection, report }: VerifiedWebhook,
  work: (at: Instant, signal: AbortSignal) => Promise<Answer>,
  withinMs: Milliseconds = deadlineMs,
): Promise<Answer | undefined> {
  const at = deps.now();
  try {
    return await withDeadline(withinMs, (signal) => work(at, signal));
  } catch (error) {
    deps.log.error(describeError(error), "a webhook could not be worked on and is spooled");
    await deps.spool.keep(writeSpooled({ connection, report, at }));
    return undefined;
  }
}
