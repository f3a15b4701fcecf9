import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
import { Moment } from "../shapes/moment.ts";
import { SpamShown } from "../shapes/spam.ts";

/** A person's word on one call. */
export const SpamWord = z
  .strictObject({
    isSpam: z.boolean().describe("False takes a flag away, and the caller's next calls ring as anybody's do."),
  })
  .meta({ id: "SpamWord" });
export type SpamWord = z.infer<typeof SpamWord>;

/** Flags a call as spam or clears it. The last word counts over every score, for this caller's next calls too. */
export const saySpam = defineEndpoint({
  method: "PUT",
  path: "/v1/calls/{id}/spam",
  name: "saySpam",
  summary: "Say that a call is spam, or that it is not",
  scope: "calls:write",
  params: IdParams,
  body: SpamWord,
  status: 200,
  response: SpamShown,
  problems: ["call_unknown"],
});

const place = "/v1/calls/{id}/note" as const;

/** What somebody of the business writes about a call. */
export const CallNoteWanted = z
  .strictObject({
    lead: z
      .enum(["open", "good", "won", "lost", "none"])
      .optional()
      .describe("How it turned out: still open, a good lead, a customer, lost, or no lead at all."),
    tags: z.array(z.string().trim().min(1).max(40)).max(20).default([]),
    text: z.string().trim().max(5_000).optional(),
  })
  .meta({ id: "CallNoteWanted" });
export type CallNoteWanted = z.input<typeof CallNoteWanted>;

/** What was written last, and by whom; without them nothing was written yet. */
export const CallNoteShown = CallNoteWanted.extend({
  by: z.string().optional().describe("As the audit log names them."),
  at: Moment.optional(),
}).meta({ id: "CallNote" });
export type CallNoteShown = z.output<typeof CallNoteShown>;

/** Lead status, tags and a note: what callers said may stand in them, so they are kept with the callers and seen with them. */
export const callNoteDoors = {
  read: defineEndpoint({
    method: "GET",
    path: place,
    name: "getCallNote",
    summary: "Lead status, tags and note of a call",
    scope: "callers:read",
    params: IdParams,
    status: 200,
    response: CallNoteShown,
    whole: "at most 20 tags",
    problems: ["call_unknown"],
  }),
  write: defineEndpoint({
    method: "PUT",
    path: place,
    name: "writeCallNote",
    summary: "Say how a call turned out, tag it and write a note; it is forgotten with its caller",
    scope: "calls:write",
    params: IdParams,
    body: CallNoteWanted,
    status: 200,
    response: CallNoteShown,
    problems: ["call_unknown"],
  }),
} as const;
