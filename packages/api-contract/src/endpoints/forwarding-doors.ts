import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
import { MonthlyPriceShown } from "../shapes/rented-number.ts";

/** What the account may spend on numbers and calls, and where its calls may go. */
export const NumberLimitsShown = z
  .strictObject({
    mostNumbers: z.number().int().min(0).max(100_000).describe("Numbers in use and purchases on their way together."),
    mostRent: MonthlyPriceShown.optional().describe("Rent a month of all numbers together; absent: none."),
    mostMinutes: z.number().int().min(0).max(100_000_000).optional().describe("A month; owners are told, calls go on."),
    restDays: z.number().int().min(0).max(365).describe("How long a number rests before it is given back."),
    countries: z
      .array(z.string().regex(/^[A-Z]{2}$/))
      .max(300)
      .optional()
      .describe("Where calls may be forwarded (ISO 3166); absent: the countries of the account's target numbers."),
  })
  .meta({ id: "NumberLimits" });
export type NumberLimitsShown = z.infer<typeof NumberLimitsShown>;

/** Where calls go from now on. */
export const NewDestination = z.strictObject({ destination: z.string().max(32) }).meta({ id: "NewDestination" });
export type NewDestination = z.infer<typeof NewDestination>;

export const getNumberLimits = defineEndpoint({
  method: "GET",
  path: "/v1/number-limits",
  name: "getNumberLimits",
  summary: "What the account may spend on numbers and where its calls may go",
  scope: "numbers:read",
  status: 200,
  response: NumberLimitsShown,
  whole: "at most 300 countries",
  problems: [],
});

export const saveNumberLimits = defineEndpoint({
  method: "POST",
  path: "/v1/number-limits",
  name: "saveNumberLimits",
  summary: "Change the limits; takes a fresh sign-in",
  scope: "forwarding:write",
  body: NumberLimitsShown,
  status: 200,
  response: NumberLimitsShown,
  problems: ["sign_in_not_fresh"],
});

export const changeDestination = defineEndpoint({
  method: "POST",
  path: "/v1/sites/{id}/destinations",
  name: "changeDestination",
  summary: "Forward a site's calls to another phone; takes a fresh sign-in and tells every owner",
  scope: "forwarding:write",
  params: IdParams,
  body: NewDestination,
  status: 200,
  response: NewDestination,
  problems: ["sign_in_not_fresh", "phone_malformed", "country_not_allowed", "place_unknown"],
});
