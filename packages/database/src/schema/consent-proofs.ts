import type { CallId } from "@ringtrail/core";
import type { RecordingDecision } from "@ringtrail/core/consent";
import type { NewProof, ProofFacts } from "@ringtrail/core/ports";
import { integer, jsonb, primaryKey, text, uniqueIndex, uuid } from "../drizzle.ts";
import { accounts } from "./accounts.ts";
import { moment, tenant } from "./columns.ts";
import { care, ringtrail } from "./schemas.ts";

/** What a link of a chain holds, the same on both sides. */
const columns = () => ({
  accountId: tenant().references(() => accounts.accountId),
  sequence: integer("sequence").notNull(),
  callId: uuid("call_id").$type<CallId>().notNull(),
  kind: text("kind").$type<NewProof["kind"]>().notNull(),
  /** Empty for the only proof of its kind in a call. */
  key: text("key").notNull().default(""),
  at: moment("at").notNull(),
  decision: jsonb("decision").$type<RecordingDecision>().notNull(),
  wording: text("wording").notNull(),
  wordingSha256: text("wording_sha256").notNull(),
  language: text("language").notNull(),
  facts: jsonb("facts").$type<ProofFacts>(),
  previousHash: text("previous_hash").notNull(),
  hash: text("hash").notNull(),
});

/**
 * What was decided, said and heard before a recording: one chain per account, append-only (0003). No foreign key to the
 * call: a proof is kept six years and outlives it.
 */
export const consentProofs = ringtrail.table("consent_proofs", columns(), (table) => [
  primaryKey({ columns: [table.accountId, table.sequence] }),
  uniqueIndex("consent_proofs_call").on(table.accountId, table.callId, table.kind, table.key),
]);

/**
 * The same of calls to sites in healthcare mode, in a chain of its own (0059): a proof names its call, its moment and who
 * was told, and the marketing side knows of no such call.
 */
export const careConsentProofs = care.table("consent_proofs", columns(), (table) => [
  primaryKey({ columns: [table.accountId, table.sequence] }),
  uniqueIndex("care_consent_proofs_call").on(table.accountId, table.callId, table.kind, table.key),
]);
