import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
import { Moment } from "../shapes/moment.ts";

/** The proofs of one call as they were hashed, to be kept beside its recording and verified without a server. */
export const CallProof = z
  .object({
    format: z.literal("ringtrail-call-proof/1"),
    madeAt: Moment,
    version: z.string().describe("The version of Ringtrail that wrote it."),
    account: z.object({ id: z.uuid(), name: z.string() }),
    call: z.uuid(),
    carrierRef: z.string().describe("The carrier's own id of the call."),
    dialled: z.string().optional().describe("The tracking number, E.164."),
    rangAt: Moment,
    recording: z
      .object({
        id: z.uuid(),
        sha256: z.string().describe("Of the sound as it was recorded, hex."),
        size: z.number().int().nonnegative(),
        mediaType: z.string(),
        lengthMs: z.number().int().nonnegative(),
        storedAt: Moment,
      })
      .optional(),
    proofs: z
      .array(z.looseObject({ sequence: z.number().int().positive(), hash: z.string(), previousHash: z.string() }))
      .describe("Every field of each proof, as its hash covers them."),
    toVerify: z.string().describe("How anybody checks it, in words."),
  })
  .meta({ id: "CallProof" });
export type CallProof = z.infer<typeof CallProof>;

/** The proofs of a call, for machines. */
export const getCallProof = defineEndpoint({
  method: "GET",
  path: "/v1/calls/{id}/proof",
  name: "getCallProof",
  summary: "The proofs of a call as they were hashed, to be verified anywhere",
  scope: "calls:read",
  params: IdParams,
  status: 200,
  response: CallProof,
  whole: "one call's proofs",
  problems: ["call_unknown", "proof_absent"],
});

/** The same for a person: one page that prints, without scripts. */
export const getCallCertificate = defineEndpoint({
  method: "GET",
  path: "/v1/calls/{id}/certificate",
  name: "getCallCertificate",
  summary: "A page that prints: what was decided about recording the call and why, what was said, and how to verify it",
  scope: "calls:read",
  params: IdParams,
  status: 200,
  mediaType: "text/html",
  problems: ["call_unknown", "proof_absent"],
});
