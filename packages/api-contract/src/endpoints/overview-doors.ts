import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Currency, Day } from "../shapes/money.ts";
import { OverviewShown } from "../shapes/overview.ts";

/** Which days, and which to compare with. */
export const OverviewQuery = z.object({
  days: z.coerce.number().int().min(1).max(400).default(30).describe("The last so many days, today included."),
  from: Day.optional().describe("The first day, as the account's time zone counts them; in place of `days`."),
  to: Day.optional().describe("The last day, at most 400 days later."),
  compare: z
    .enum(["before", "year", "none"])
    .default("before")
    .describe("With as many days before, with the same days a year earlier, or with nothing."),
  site: z.uuid().optional().describe("Only this site's calls and costs."),
  currency: Currency.optional().describe("Absent: the one most was paid in, else most was earned in."),
});

/** The time zone an account counts its days by. */
export const TimeZoneChosen = z
  .strictObject({ timeZone: z.string().min(1).max(64).describe("As IANA names it: `America/New_York`.") })
  .meta({ id: "TimeZone" });
export type TimeZoneChosen = z.infer<typeof TimeZoneChosen>;

/** What an overview is asked and told by. */
export const overviewDoors = {
  getOverview: defineEndpoint({
    method: "GET",
    path: "/v1/reports/overview",
    name: "getOverview",
    summary:
      "Calls day by day and channel by channel, the largest sources, keywords and landing pages, and a comparison",
    scope: "calls:read",
    query: OverviewQuery,
    status: 200,
    response: OverviewShown,
    whole: "at most 400 days and ten rows of each list, and as many channels as there are rules",
    problems: [],
  }),
  chooseTimeZone: defineEndpoint({
    method: "PUT",
    path: "/v1/account/time-zone",
    name: "chooseTimeZone",
    summary: "Choose the time zone the account counts its days by",
    scope: "sites:write",
    body: TimeZoneChosen,
    status: 200,
    response: TimeZoneChosen,
    problems: [],
  }),
};
