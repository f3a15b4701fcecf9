import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { LongPageQuery, NextPage } from "../paging.ts";
import { Moment } from "../shapes/moment.ts";

/** A number that people call although nobody is shown it. */
export const StrayNumberShown = z
  .object({
    e164: z.string().describe("The number that was called."),
    connection: z.uuid().describe("The carrier account whose webhook told of it."),
    why: z
      .enum(["unknown", "resting", "unvisited"])
      .describe(
        "`unknown`: it leads here and is none of yours, or no longer. `resting`: it rests before it is given back. `unvisited`: no visit was shown it for long, so it may stand in a directory.",
      ),
    calls: z.number().int().positive(),
    lastAt: Moment,
  })
  .meta({ id: "StrayNumber" });
export type StrayNumberShown = z.infer<typeof StrayNumberShown>;

/** Numbers that are called although nobody is shown them. */
export const PollutionReport = NextPage.extend({
  numbers: z.array(StrayNumberShown).describe("Most calls first."),
}).meta({ id: "PollutionReport" });
export type PollutionReport = z.infer<typeof PollutionReport>;

export const getPollution = defineEndpoint({
  method: "GET",
  path: "/v1/pollution",
  name: "getPollution",
  summary: "Numbers that people call although no visit is shown them: unknown, resting, or long unvisited",
  scope: "numbers:read",
  query: LongPageQuery.extend({
    days: z.coerce.number().int().min(1).max(366).default(30).describe("How far back to look."),
  }),
  status: 200,
  response: PollutionReport,
  problems: ["cursor_malformed"],
});
