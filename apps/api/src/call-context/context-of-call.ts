import { createHash } from "node:crypto";
import { Phi, type E164, type Instant } from "@ringtrail/core";
import type { CallContext, CallFlow, SpamScore } from "@ringtrail/core/call-flow";
import type { RecordingDecision } from "@ringtrail/core/consent";
import type { CarrierReport } from "../carriers/carrier-report.ts";
import { isOpenAt } from "./is-open-at.ts";

/** A call that is to be planned. */
export interface CallToPlan {
  readonly flow: CallFlow;
  readonly report: Pick<CarrierReport, "carrierRef" | "caller">;
  readonly decision: RecordingDecision;
  readonly at: Instant;
  /** How much the call looks like spam, as far as that is known by now. */
  readonly spam: SpamScore | undefined;
}

/**
 * Works out at the edge what the core is told of a call: local time, the place of the caller's number, blocked callers,
 * and a draw that is the same for every question about this call.
 */
export function contextOfCall({ flow, report, decision, at, spam }: CallToPlan): CallContext {
  const steps = Object.entries(flow.steps?.all ?? {});
  const open = steps.flatMap(([name, step]) =>
    step.kind === "hours" ? [[name, isOpenAt(step.hours, at)] as const] : [],
  );
  const place = decision.considered.find(({ party, evidence }) => party === "caller" && evidence === "number")?.place;
  return {
    isOpen: Object.fromEntries(open),
    callerPlace: place === "unknown" ? undefined : place,
    isBlocked: isNamed(flow.blocked, report.caller),
    isSuspect: spam?.advice === "challenge",
    draw: drawOf(report.carrierRef),
  };
}

/** Whether a caller is on a list of the owner's. Who withholds the number is on none. */
export function isNamed(list: readonly E164[] = [], caller: Phi<E164> | undefined): boolean {
  return caller !== undefined && list.includes(Phi.reveal(caller, "carrier"));
}

/** From 0 up to 1, evenly spread over calls, and the same whenever it is asked for. */
function drawOf(carrierRef: string): number {
  return createHash("sha256").update(carrierRef).digest().readUInt32BE(0) / 2 ** 32;
}
