import type { PgTable } from "../drizzle.ts";
import * as tables from "../schema/index.ts";

/** One table as it is exported. */
export interface ExportedTable {
  readonly table: PgTable;
  /** Columns left out: what is sealed under our keys says nothing elsewhere, and a secret belongs in no file. */
  readonly leftOut: readonly string[];
}

const whole = (table: PgTable): ExportedTable => ({ table, leftOut: [] });

/** The marketing side of an account, what others refer to first. */
export const exportedTables: readonly ExportedTable[] = [
  whole(tables.accounts),
  whole(tables.accountSettings),
  whole(tables.members),
  whole(tables.securityPolicies),
  whole(tables.retentionPolicies),
  { table: tables.apiKeys, leftOut: ["secret_sha256"] },
  { table: tables.connections, leftOut: ["secret_sealed"] },
  whole(tables.sites),
  whole(tables.siteOrigins),
  whole(tables.targetNumbers),
  whole(tables.pools),
  whole(tables.trackingNumbers),
  whole(tables.numberOrders),
  whole(tables.numberLimits),
  whole(tables.strayCalls),
  // A lease makes its slice's turn where there is none, so turns come first.
  whole(tables.shareTurns),
  whole(tables.leases),
  whole(tables.shares),
  whole(tables.visits),
  whole(tables.touches),
  whole(tables.pageViews),
  whole(tables.impressions),
  whole(tables.telTaps),
  whole(tables.numberSigns),
  whole(tables.calls),
  whole(tables.legalHolds),
  whole(tables.callEvents),
  whole(tables.callCandidates),
  whole(tables.callValues),
  whole(tables.conversions),
  whole(tables.adCosts),
  { table: tables.shopifyShops, leftOut: ["token_sealed"] },
  whole(tables.orderRules),
  whole(tables.shopOrders),
  whole(tables.shopRefunds),
  whole(tables.orderCalls),
  whole(tables.otherTrackers),
  whole(tables.forms),
  whole(tables.siteParameters),
  { table: tables.destinations, leftOut: ["secret_sealed", "old_secret_sealed"] },
  whole(tables.quietHours),
  // The files themselves lie beside the rows, under their hashes.
  { table: tables.sounds, leftOut: ["original", "telephone"] },
  whole(tables.healthcareCounts),
  whole(tables.consentProofs),
  whole(tables.auditLog),
];

/**
 * The care side. A clinic's calls come first, because callers and recordings refer to them. Callers are opened on the way
 * out; their fingerprint is a hash under our key.
 */
export const exportedCareTables: readonly ExportedTable[] = [
  whole(tables.careCalls),
  whole(tables.careCallEvents),
  { table: tables.callers, leftOut: ["fingerprint", "number_sealed", "name_sealed"] },
  { table: tables.callerPlaces, leftOut: ["fingerprint", "number_sealed"] },
  { table: tables.callNotes, leftOut: ["note_sealed"] },
  whole(tables.recordings),
  whole(tables.careConsentProofs),
  whole(tables.careTargetLabels),
  whole(tables.careSiteFlows),
  whole(tables.carePhones),
];

/** Tables of an account that no export holds, and why. */
export const unexportedTables: readonly (readonly [table: PgTable, why: string])[] = [
  [tables.invitations, "an invitation is answered on the server that made it, and lives a week"],
  [tables.accountKeys, "keys that open nothing outside this installation"],
  [tables.idempotencyKeys, "answers kept for a day, so that a repeated request does nothing twice"],
  [tables.outbox, "what happened, kept for a month to be sent once more; the calls themselves are exported"],
  [tables.deliveries, "the log of sendings, kept for a month"],
  [tables.callDays, "added up from the calls, which are exported"],
  [tables.creditDays, "added up from the calls, which are exported"],
  [tables.worthDays, "added up from the calls, which are exported"],
  [tables.callHours, "added up from the calls, which are exported"],
  [tables.creditHours, "added up from the calls, which are exported"],
  [tables.worthHours, "added up from the calls, which are exported"],
  [tables.costSpans, "added up from the costs, which are exported"],
  [tables.daysTouched, "says what is to be added up again"],
  [tables.glassLinks, "which way a clinic's callers came: an export would join what this installation keeps apart"],
  [tables.glassPageCounts, "how often a clinic's pages were opened on days that wait to be counted together"],
  [tables.glassOpenings, "who broke the glass, and the audit log tells it too"],
  [tables.glassLooks, "what was looked at then, and the audit log tells it too"],
  [tables.transcripts, "nothing writes transcripts yet"],
];
