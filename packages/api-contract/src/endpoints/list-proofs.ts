import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { NextPage, PageQuery } from "../paging.ts";
import { ProofShown } from "../shapes/recording-decision.ts";

/** A page of the account's chain of proofs, newest first. */
export const ProofList = NextPage.extend({
  proofs: z.array(
    ProofShown.extend({
      call: z.uuid(),
      words: z.string().describe("What it proves, in one English sentence."),
    }),
  ),
}).meta({ id: "ProofList" });
export type ProofList = z.infer<typeof ProofList>;

/** The account's chain of proofs. */
export const listProofs = defineEndpoint({
  method: "GET",
  path: "/v1/recording-consent/proofs",
  name: "listProofs",
  summary: "The account's chain of proofs, newest first",
  scope: "calls:read",
  query: PageQuery,
  status: 200,
  response: ProofList,
  problems: ["cursor_malformed"],
});
