import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
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
