import type { CostsKeptShown, NewCosts } from "./endpoints/money-doors.ts";
import { queryOf } from "./query-of.ts";
import type { CreditReportShown } from "./shapes/credit-report.ts";
import type { CallValueShown } from "./shapes/money.ts";

/** Which report; what is absent is as the reference says. */
export interface ReportFilter {
  /** `2026-11-01`; the first and the last day. */
  readonly from: string;
  readonly to: string;
  readonly by?: string | undefined;
  readonly model?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly site?: string | undefined;
  readonly currency?: string | undefined;
}

/** What calls cost and what they were worth. */
export interface MoneyClient {
  callReport(filter: ReportFilter): Promise<CreditReportShown>;
  /** Told twice, costs count once. */
  saveCosts(costs: NewCosts): Promise<CostsKeptShown>;
  callValue(call: string): Promise<CallValueShown>;
  setCallValue(call: string, value: CallValueShown): Promise<CallValueShown>;
  removeCallValue(call: string): Promise<void>;
}

/** How one request is made. */
type Ask = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>;

/** The part of the client that is about money. */
export function moneyClient(ask: Ask): MoneyClient {
  const value = (call: string) => `/v1/calls/${encodeURIComponent(call)}/value`;
  return {
    callReport: (filter) => ask("GET", `/v1/reports/calls${queryOf(filter)}`),
    saveCosts: (costs) => ask("POST", "/v1/costs", costs),
    callValue: (call) => ask("GET", value(call)),
    setCallValue: (call, told) => ask("PUT", value(call), told),
    removeCallValue: (call) => ask("DELETE", value(call)),
  };
}
