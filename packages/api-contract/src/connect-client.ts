import type { CallerErased, CallerExport } from "./endpoints/caller-wishes.ts";
import type { ConnectApproval, ConnectRequestShown } from "./endpoints/connect-doors.ts";
import type { FallbackDocuments, NewTarget } from "./endpoints/target-doors.ts";
import { queryOf, type PageAsked } from "./query-of.ts";
import type { SiteSummary } from "./shapes/site-summary.ts";

/** Letting a site's plugin act for the account, and what it then sets and takes along. */
export interface ConnectClient {
  /** Who asks by this code. */
  connectRequest(code: string): Promise<ConnectRequestShown>;
  approveConnection(code: string, approval: ConnectApproval): Promise<void>;
  /** Lets one more number of the business be swapped. */
  addTarget(site: string, target: NewTarget): Promise<SiteSummary>;
  /** What is known of whoever calls from a number. */
  exportCaller(phone: string): Promise<CallerExport>;
  eraseCaller(phone: string): Promise<CallerErased>;
  /** What dials the business while the server is down, to be served elsewhere. */
  fallbackDocuments(page?: PageAsked): Promise<FallbackDocuments>;
}

/** The client's methods for it. */
export function connectClient(ask: {
  readonly get: <Answer>(path: string) => Promise<Answer>;
  readonly post: <Answer>(path: string, body?: unknown) => Promise<Answer>;
}): ConnectClient {
  const at = (code: string): string => `/v1/connect-requests/${encodeURIComponent(code)}`;
  return {
    connectRequest: (code) => ask.get(at(code)),
    approveConnection: (code, approval) => ask.post(`${at(code)}/approvals`, approval),
    addTarget: (site, target) => ask.post(`/v1/sites/${encodeURIComponent(site)}/targets`, target),
    exportCaller: (phone) => ask.post("/v1/callers/exports", { phone }),
    eraseCaller: (phone) => ask.post("/v1/callers/erasures", { phone }),
    fallbackDocuments: (page = {}) => ask.get(`/v1/fallback-documents${queryOf(page)}`),
  };
}
