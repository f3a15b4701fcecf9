import { Phi, type AccountId, type ConnectionId, type E164, type Instant } from "@ringtrail/core";
import type { CallEvent } from "@ringtrail/core/call-flow";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierReport } from "../carriers/carrier-report.ts";

/** A report as it waits in the spool. The spool seals every line, so the caller stands in it openly. */
interface Line {
  readonly connection: ConnectionId;
  readonly account: AccountId;
  readonly at: Instant;
  readonly carrierRef: string;
  readonly dialled?: E164 | undefined;
  readonly caller?: E164 | undefined;
  readonly callerName?: string | undefined;
  readonly events: readonly CallEvent[];
}

/** A report with where and when it came in. */
export interface SpooledReport {
  readonly connection: Pick<CarrierConnection, "id" | "account">;
  readonly report: CarrierReport;
  readonly at: Instant;
}

/** Writes a report as a line for the spool. */
export function writeSpooled({ connection, report, at }: SpooledReport): string {
  const { caller, callerName, carrierRef, dialled, events } = report;
  const line: Line = {
    connection: connection.id,
    account: connection.account,
    at,
    carrierRef,
    dialled,
    caller: caller && Phi.reveal(caller, "care-store"),
    callerName: callerName && Phi.reveal(callerName, "care-store"),
    events,
  };
  return JSON.stringify(line);
}

/** Reads a line of ours back; only what was sealed by us gets here. */
export function readSpooled(text: string): SpooledReport {
  const line = JSON.parse(text) as Line;
  const { connection, account, at, carrierRef, dialled, events } = line;
  return {
    connection: { id: connection, account },
    at,
    report: {
      carrierRef,
      dialled,
      caller: line.caller && Phi.seal(line.caller),
      callerName: line.callerName === undefined ? undefined : Phi.seal(line.callerName),
      events,
    },
  };
}
