import type { AuditLogPage } from "./endpoints/list-audit-log.ts";
import type { SecurityShown, SecurityWish } from "./endpoints/security-doors.ts";
import type { NewLegalHold, LegalHoldShown, RetentionShown, RetentionWanted } from "./endpoints/retention-doors.ts";
import type { EmailErased, EmailExport } from "./endpoints/email-wishes.ts";
import type { VisitorErased, VisitorExport } from "./endpoints/visitor-wishes.ts";
import { queryOf } from "./query-of.ts";
import type { SessionList } from "./endpoints/session-doors.ts";

/** Sessions, second factors, and what the account wants of sign-ins. */
export interface SecurityClient {
  sessions(): Promise<SessionList>;
  endSession(id: string): Promise<void>;
  endOtherSessions(): Promise<void>;
  endPersonSessions(person: string): Promise<void>;
  resetTwoFactor(person: string): Promise<void>;
  security(): Promise<SecurityShown>;
  setSecurity(wish: SecurityWish): Promise<SecurityShown>;
  /** Who listened to a recording and when, newest first. */
  recordingAccesses(
    recording: string,
    page?: { readonly cursor?: string; readonly limit?: number },
  ): Promise<AuditLogPage>;
  retention(): Promise<RetentionShown>;
  setRetention(wanted: RetentionWanted): Promise<RetentionShown>;
  placeLegalHold(hold: NewLegalHold): Promise<LegalHoldShown>;
  releaseLegalHold(id: string): Promise<void>;
  /** What is known of a visitor. */
  exportVisitor(visitor: string): Promise<VisitorExport>;
  eraseVisitor(visitor: string): Promise<VisitorErased>;
  /** What is known under an e-mail address. */
  exportEmail(email: string): Promise<EmailExport>;
  eraseEmail(email: string): Promise<EmailErased>;
}

/** The client's methods for it. */
export function securityClient(
  ask: <Answer>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown) => Promise<Answer>,
): SecurityClient {
  const part = encodeURIComponent;
  return {
    sessions: () => ask("GET", "/v1/sessions"),
    endSession: (id) => ask("DELETE", `/v1/sessions/${part(id)}`),
    endOtherSessions: () => ask("DELETE", "/v1/sessions"),
    endPersonSessions: (person) => ask("DELETE", `/v1/people/${part(person)}/sessions`),
    resetTwoFactor: (person) => ask("DELETE", `/v1/people/${part(person)}/two-factor`),
    security: () => ask("GET", "/v1/security"),
    setSecurity: (wish) => ask("PUT", "/v1/security", wish),
    recordingAccesses: (recording, page = {}) =>
      ask("GET", `/v1/recordings/${part(recording)}/accesses${queryOf(page)}`),
    retention: () => ask("GET", "/v1/retention"),
    setRetention: (wanted) => ask("PUT", "/v1/retention", wanted),
    placeLegalHold: (hold) => ask("POST", "/v1/legal-holds", hold),
    releaseLegalHold: (id) => ask("DELETE", `/v1/legal-holds/${part(id)}`),
    exportVisitor: (visitor) => ask("POST", "/v1/visitors/exports", { visitor }),
    eraseVisitor: (visitor) => ask("POST", "/v1/visitors/erasures", { visitor }),
    exportEmail: (email) => ask("POST", "/v1/emails/exports", { email }),
    eraseEmail: (email) => ask("POST", "/v1/emails/erasures", { email }),
  };
}
