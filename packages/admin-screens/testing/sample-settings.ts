import {
  scopes,
  type AccountShown,
  type ApiKeyShown,
  type AuditLogPage,
  type InvitationShown,
  type LegalHoldShown,
  type NumberLimitsShown,
  type PersonShown,
  type RetentionWanted,
  type SecurityShown,
  type SessionOfPerson,
  type SessionShown,
} from "@ringtrail/api-contract";
import { playedPerson } from "./played-account.ts";

/** Who belongs to the played account, what they hold, and what they did. */
export interface PlayedSettings {
  session: SessionShown;
  /** The person's password; it can be changed. */
  password: string;
  security: SecurityShown;
  /** Set when the session ended, and how the server says so. */
  ended: "session_idle" | "not_signed_in" | undefined;
  /** Where the person is signed in. */
  sessions: SessionOfPerson[];
  people: PersonShown[];
  invitations: InvitationShown[];
  accounts: AccountShown[];
  apiKeys: ApiKeyShown[];
  /** Days things are kept, what is held, and what may be spent. */
  retention: RetentionWanted;
  holds: LegalHoldShown[];
  limits: NumberLimitsShown;
  /** Whose sessions were ended and whose second factor was reset: `person-1 sessions`. */
  readonly helped: string[];
  /** Newest first. */
  readonly audit: AuditLogPage["entries"];
}

const id = (nth: number): string => `0199f3c2-0000-7000-8000-${String(nth).padStart(12, "0")}`;

/** An account with its owner alone. */
export function settingsOfOne(): PlayedSettings {
  const account = { id: id(1), name: "Demo" };
  const { email } = playedPerson;
  return {
    session: {
      account,
      by: "person",
      name: email,
      role: "owner",
      scopes: [...scopes],
      person: { id: "owner", hasTwoFactor: false, mustSetTwoFactor: false, hasPassword: true, idleMinutes: 720 },
    },
    password: playedPerson.password,
    security: {
      wanted: { requiresTwoFactor: false },
      isHealthcare: false,
      counts: { requiresTwoFactor: false, idleMinutes: 720 },
    },
    ended: undefined,
    sessions: [aSession(1, { isThis: true })],
    people: [{ id: "owner", email, name: "Owner", role: "owner", isYou: true }],
    invitations: [],
    accounts: [{ ...account, role: "owner", isActive: true }],
    apiKeys: [],
    retention: {},
    holds: [],
    limits: { mostNumbers: 25, mostRent: { cents: 5_000, currency: "USD" }, restDays: 30 },
    helped: [],
    audit: [],
  };
}

/** The nth place where the person is signed in. */
export function aSession(nth: number, over: Partial<SessionOfPerson> = {}): SessionOfPerson {
  const at = new Date(Date.UTC(2026, 10, nth, 9)).toISOString();
  const where = { device: "Firefox on Linux", address: `203.0.113.${nth}` };
  return { id: `session-${nth}`, signedInAt: at, lastSeenAt: at, ...where, isThis: false, ...over };
}

/** A person who joined. */
export function aPerson(nth: number, over: Partial<PersonShown> = {}): PersonShown {
  return {
    id: `person-${nth}`,
    email: `person${nth}@example.com`,
    name: `Person ${nth}`,
    role: "agent",
    isYou: false,
    ...over,
  };
}

/** A key that reads calls. */
export function anApiKey(nth: number, over: Partial<ApiKeyShown> = {}): ApiKeyShown {
  return { id: id(100 + nth), name: `Reports ${nth}`, scopes: ["calls:read", "pools:read"], ...over };
}

/** Somebody came in; the nth entry of the log. */
export function anAuditEntry(
  sequence: number,
  over: Partial<AuditLogPage["entries"][number]> = {},
): AuditLogPage["entries"][number] {
  const hash = String(sequence).padStart(64, "0");
  const at = new Date(Date.UTC(2026, 10, 25, 9, sequence)).toISOString();
  const about = { actor: "user:owner", action: "person.signed_in", object: "user:owner", facts: { by: "password" } };
  return { sequence, at, ...about, previousHash: "0".repeat(64), hash, ...over };
}
