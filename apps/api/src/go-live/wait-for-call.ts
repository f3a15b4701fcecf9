import type { AccountId, E164, Instant, Milliseconds, NumberId } from "@ringtrail/core";
import type { CallStore, CallSummary } from "@ringtrail/core/ports";
import { done, failed, type Step } from "./step.ts";

/** The call that proves it. */
export interface AwaitedCall {
  readonly account: AccountId;
  readonly number: NumberId;
  readonly e164: E164;
  readonly since: Instant;
  readonly waitMs: Milliseconds;
}

const lookEveryMs: Milliseconds = 1_000;

/** Waits until somebody rings the number and the call has come through to its end. */
export async function waitForCall(calls: Pick<CallStore, "list">, awaited: AwaitedCall): Promise<Step> {
  const { account, number, e164, since, waitMs } = awaited;
  let seen: CallSummary | undefined;
  for (let waited = 0; ; waited += lookEveryMs) {
    const page = await calls.list(account, { cursor: undefined, limit: 20, from: since });
    seen = page.ok ? page.value.calls.find((call) => call.number === number) : undefined;
    if (seen?.state.phase === "ended" || waited >= waitMs) break;
    await new Promise((resume) => setTimeout(resume, lookEveryMs));
  }
  if (seen === undefined) {
    const fix = "See the carrier's error log: it names the address it asked. Then run: ringtrail doctor.";
    return failed("test_call", `No call to ${e164} reached this server.`, fix);
  }
  if (seen.state.businessEnd === "answered") return done("test_call", `A call to ${e164} reached the business.`);
  const fix = "Check where calls are forwarded to, and that the phone there was picked up.";
  return failed(
    "test_call",
    `A call to ${e164} came in and was not answered (${seen.state.businessEnd ?? seen.state.phase}).`,
    fix,
  );
}
