import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";

/** A call the fake carrier is to make. */
export const NewTestCall = z
  .strictObject({
    to: z.string().max(32).describe("One of the account's tracking numbers."),
    from: z.string().max(32).optional().describe("The caller's number, or `anonymous`; absent: a fictional one."),
    talkSeconds: z.number().int().min(0).max(600).optional().describe("How long caller and business talk."),
  })
  .meta({ id: "NewTestCall" });
export type NewTestCall = z.infer<typeof NewTestCall>;

/** A test call on its way. */
export const TestCall = z
  .object({ carrierRef: z.string().describe("The fake carrier's id of the call."), to: z.string() })
  .meta({ id: "TestCall" });
export type TestCall = z.infer<typeof TestCall>;

/** Asks the fake carrier to ring. */
export const createTestCall = defineEndpoint({
  method: "POST",
  path: "/v1/test-calls",
  name: "createTestCall",
  summary: "Let the fake carrier ring one of the account's numbers",
  scope: "calls:write",
  body: NewTestCall,
  status: 202,
  response: TestCall,
  problems: ["phone_malformed", "number_unknown", "carrier_not_fake", "carrier_unreachable"],
});
