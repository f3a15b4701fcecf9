import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
import { RentedNumberShown, TextingShown } from "../shapes/rented-number.ts";

/** What a number takes besides calls from now on. */
export const NumberTakes = z
  .strictObject({
    takes: z.array(TextingShown).max(2).describe("Links that write (`sms:`, WhatsApp) show the number only then."),
  })
  .meta({ id: "NumberTakes" });
export type NumberTakes = z.infer<typeof NumberTakes>;

export const markNumber = defineEndpoint({
  method: "POST",
  path: "/v1/numbers/{id}/takes",
  name: "markNumber",
  summary: "Say what may be sent to a number besides calls",
  scope: "numbers:write",
  params: IdParams,
  body: NumberTakes,
  status: 200,
  response: RentedNumberShown,
  problems: ["number_unknown", "number_not_in_use"],
});
