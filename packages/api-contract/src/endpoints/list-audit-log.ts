import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams, NextPage, PageQuery } from "../paging.ts";
import { Moment } from "../shapes/moment.ts";

/** Who did what to what, as it was hashed: `ringtrail audit verify` checks the same fields. */
export const AuditEntryShown = z
  .object({
    sequence: z.number().int().positive().describe("1, 2, 3... without a gap in one account."),
    at: Moment,
    actor: z.string().describe("`user:<id>`, `key:<id>`, `cli` or `system`."),
    action: z.string().describe("What was done, such as `recording.played`."),
    object: z.string().describe("What it was done to; an id."),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    previousHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: "AuditEntry" });

/** A page of the account's audit log, newest first. */
export const AuditLogPage = NextPage.extend({ entries: z.array(AuditEntryShown) }).meta({ id: "AuditLogPage" });
export type AuditLogPage = z.infer<typeof AuditLogPage>;

/** Who listened to one recording, or asked for a link to it. */
export const listRecordingAccesses = defineEndpoint({
  method: "GET",
  path: "/v1/recordings/{id}/accesses",
  name: "listRecordingAccesses",
  summary: "Who listened to the recording and when, newest first; of one that was erased, too",
  scope: "audit:read",
  params: IdParams,
  query: PageQuery,
  status: 200,
  response: AuditLogPage,
  problems: ["cursor_malformed"],
});

/** What a filtered log shows; the core says which actions are of which kind. */
export const AuditKindAsked = z
  .enum(["sign_in", "view", "play", "export", "break_glass", "key_use", "notice", "setting"])
  .describe(
    "One kind of entry. `notice`: what the server saw by itself. `setting`: every change that is no other kind.",
  );
export type AuditKindAsked = z.infer<typeof AuditKindAsked>;

/** The account's audit log. */
export const listAuditLog = defineEndpoint({
  method: "GET",
  path: "/v1/audit-log",
  name: "listAuditLog",
  summary: "Who did what, newest first: sign-ins, looks at callers, plays, exports, changes; one kind alone",
  scope: "audit:read",
  query: PageQuery.extend({ kind: AuditKindAsked.optional() }),
  status: 200,
  response: AuditLogPage,
  problems: ["cursor_malformed"],
});
