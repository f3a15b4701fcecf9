import type { FakeCall } from "./fake-call.ts";
import { heardByBusiness, heardByCaller, type LineSound } from "./line.ts";
import type { CallOver, DocumentAsked, ReportSent } from "./ledger.ts";

/** A fake call as its control door tells it: the carrier's own account of what happened. */
export interface FakeCallReport {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  readonly status: string;
  /** Undefined while the call goes on. */
  readonly over: CallOver | undefined;
  /** How long the call has been going, in its own time. */
  readonly nowMs: number;
  readonly documents: readonly DocumentAsked[];
  readonly reports: readonly ReportSent[];
  /** Gathers whose callback failed, so that the verbs after them ran. */
  readonly fellThrough: number;
  readonly heard: { readonly caller: readonly LineSound[]; readonly business: readonly LineSound[] };
  readonly legs: readonly {
    readonly sid: string;
    readonly to: string;
    readonly status: string;
    readonly seconds: number;
  }[];
  readonly recordings: readonly { readonly sid: string; readonly status: string; readonly seconds: number }[];
}

/** The sound itself is too long to tell; a recording holds it. */
function withoutSamples({ samples: _samples, ...sound }: LineSound): LineSound {
  return sound;
}

export function describeFakeCall(call: FakeCall): FakeCallReport {
  const { booked, ledger, line } = call;
  return {
    sid: booked.sid,
    from: booked.from,
    to: booked.to,
    status: booked.status,
    over: ledger.over,
    nowMs: Math.round(line.nowMs),
    documents: ledger.documents,
    reports: ledger.reports,
    fellThrough: ledger.fellThrough,
    heard: { caller: heardByCaller(line).map(withoutSamples), business: heardByBusiness(line).map(withoutSamples) },
    legs: call.legs.map(({ sid, to, status, seconds }) => ({ sid, to, status, seconds })),
    recordings: call.recordings.map(({ sid, status, seconds }) => ({ sid, status, seconds })),
  };
}
