import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Moment } from "../shapes/moment.ts";

/** Whose wish it is. The number is looked up and not kept. */
export const CallerWish = z.strictObject({ phone: z.string().max(32).describe("E.164.") }).meta({ id: "CallerWish" });

/** What is known of a caller. */
export const CallerExport = z
  .object({
    calls: z
      .array(
        z.object({
          id: z.uuid(),
          rangAt: Moment,
          name: z.string().optional().describe("As the carrier told it."),
          recorded: z.boolean(),
        }),
      )
      .describe("The newest 50, newest first."),
  })
  .meta({ id: "CallerExport" });
export type CallerExport = z.infer<typeof CallerExport>;

/** What was forgotten. */
export const CallerErased = z
  .object({
    calls: z.number().int(),
    recordings: z.number().int(),
    held: z.number().int().describe("Calls that stay as they are, because a legal hold says so."),
  })
  .meta({ id: "CallerErased" });
export type CallerErased = z.infer<typeof CallerErased>;

export const exportCaller = defineEndpoint({
  method: "POST",
  path: "/v1/callers/exports",
  name: "exportCaller",
  summary: "What is known of whoever calls from a number; the look is logged",
  scope: "callers:care",
  body: CallerWish,
  status: 200,
  response: CallerExport,
  problems: ["phone_malformed"],
});

export const eraseCaller = defineEndpoint({
  method: "POST",
  path: "/v1/callers/erasures",
  name: "eraseCaller",
  summary: "Forget who called from a number, and their recordings; the calls stay as figures that lead to nobody",
  scope: "callers:care",
  body: CallerWish,
  status: 200,
  response: CallerErased,
  problems: ["phone_malformed", "on_hold"],
});
