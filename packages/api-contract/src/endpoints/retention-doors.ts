import { retentionBounds, usualRetention } from "@ringtrail/core";
import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
import { Moment } from "../shapes/moment.ts";

const days = (what: string, usual: number) =>
  z
    .number()
    .int()
    .min(retentionBounds.least)
    .max(retentionBounds.most)
    .optional()
    .describe(`Days ${what} are kept. Absent: ${usual}.`);

/** How long what is kept. */
export const RetentionWanted = z
  .strictObject({
    visitDays: days("visits with their pages, touches and shown numbers", usualRetention.visitDays),
    callerDays: days("numbers and names of callers", usualRetention.callerDays),
    recordingDays: days("recordings", usualRetention.recordingDays),
  })
  .meta({ id: "RetentionWanted" });
export type RetentionWanted = z.infer<typeof RetentionWanted>;

/** What must be kept, whatever is due or wished. */
export const LegalHoldShown = z
  .object({
    id: z.uuid(),
    call: z.uuid().optional().describe("Whose caller and recordings are held. Absent: everything of the account."),
    reason: z.string(),
    placedBy: z.string(),
    placedAt: Moment,
  })
  .meta({ id: "LegalHold" });
export type LegalHoldShown = z.infer<typeof LegalHoldShown>;

/** What is wanted, what counts, what is held, and what the last round forgot. */
export const RetentionShown = z
  .object({
    wanted: RetentionWanted,
    counts: z.object({ visitDays: z.number().int(), callerDays: z.number().int(), recordingDays: z.number().int() }),
    holds: z.array(LegalHoldShown),
    last: z
      .object({
        at: Moment,
        visitors: z.number().int(),
        callers: z.number().int(),
        recordings: z.number().int(),
        careCalls: z
          .number()
          .int()
          .optional()
          .describe("Calls to sites in healthcare mode that went with their caller."),
        held: z.number().int().describe("Calls whose caller or recordings were due and stayed, because they are held."),
      })
      .optional()
      .describe("The last round of forgetting. Every one that forgot something stands in the audit log."),
  })
  .meta({ id: "Retention" });
export type RetentionShown = z.infer<typeof RetentionShown>;

/** Something to be held. */
export const NewLegalHold = z
  .strictObject({
    call: z.uuid().optional().describe("Absent: everything of the account is held."),
    reason: z.string().trim().min(1).max(500),
  })
  .meta({ id: "NewLegalHold" });
export type NewLegalHold = z.infer<typeof NewLegalHold>;

/** The doors to what is kept, for how long, and what must stay. */
export const retentionDoors = {
  getRetention: defineEndpoint({
    method: "GET",
    path: "/v1/retention",
    name: "getRetention",
    summary: "How long what is kept, what is held, and what the last round forgot",
    scope: "account:read",
    status: 200,
    response: RetentionShown,
    whole: "each hold is placed by hand and ends by hand",
    problems: [],
  }),
  setRetention: defineEndpoint({
    method: "PUT",
    path: "/v1/retention",
    name: "setRetention",
    summary: "Say how long what is kept; a round once a day obeys",
    scope: "account:write",
    body: RetentionWanted,
    status: 200,
    response: RetentionShown,
    problems: [],
  }),
  placeLegalHold: defineEndpoint({
    method: "POST",
    path: "/v1/legal-holds",
    name: "placeLegalHold",
    summary: "Hold a call's caller and recordings, or everything: nothing of it is forgotten, whoever wishes it",
    scope: "account:write",
    body: NewLegalHold,
    status: 201,
    response: LegalHoldShown,
    problems: ["call_unknown"],
  }),
  releaseLegalHold: defineEndpoint({
    method: "DELETE",
    path: "/v1/legal-holds/{id}",
    name: "releaseLegalHold",
    summary: "End a hold; what is due is forgotten with the next round",
    scope: "account:write",
    params: IdParams,
    status: 204,
    problems: ["hold_unknown"],
  }),
} as const;
