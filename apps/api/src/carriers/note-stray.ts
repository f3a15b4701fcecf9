import { maskE164 } from "@ringtrail/core";
import type { Deps } from "../deps.ts";
import type { VerifiedWebhook } from "./verify-webhook.ts";

/** People call a number that leads here and is none of the account's: its owner wants to know, and later is soon enough. */
export function noteStray(deps: Deps, { connection, report: { dialled: e164 } }: VerifiedWebhook): void {
  if (e164 === undefined) return;
  const call = { connection: connection.id, e164, at: deps.now() };
  deps.background.start("note a stray call", () => deps.numbers.noteStray(connection.account, call));
}

/** The number is a tracking number that is gone or was never ours; who called it is nobody's business. */
export function logNotInService(deps: Deps, { connection, report }: VerifiedWebhook): void {
  const dialled = report.dialled === undefined ? "unreadable" : maskE164(report.dialled);
  deps.log.warn({ connection: connection.id, dialled }, "a number that is not in service was called");
}
