import type { SecurityShown, SecurityWish } from "./endpoints/security-doors.ts";
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
}

/** The client's methods for it. */
export function securityClient(
  ask: <Answer>(method: "GET" | "PUT" | "DELETE", path: string, body?: unknown) => Promise<Answer>,
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
  };
}
