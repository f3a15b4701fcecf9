import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { Moment } from "../shapes/moment.ts";

const Phone = z.string().max(32).describe("E.164.");

/** Where the people behind a number are. */
export const NewCallerPlace = z
  .strictObject({
    phone: Phone,
    place: z.string().min(2).max(8).describe("An ISO 3166 code: `US-TX`, `DE`."),
    basis: z.string().trim().min(1).max(500).describe("How it is known: the address of a contract, an earlier call."),
  })
  .meta({ id: "NewCallerPlace" });
export type NewCallerPlace = z.infer<typeof NewCallerPlace>;

/** A declared place, with who answers for it. */
export const CallerPlaceShown = z
  .object({
    phone: z.string().describe("Masked."),
    place: z.string(),
    basis: z.string(),
    declaredBy: z.string(),
    declaredAt: Moment,
  })
  .meta({ id: "CallerPlace" });
export type CallerPlaceShown = z.infer<typeof CallerPlaceShown>;

/** Every declared place. */
export const CallerPlaceList = z.object({ places: z.array(CallerPlaceShown) }).meta({ id: "CallerPlaceList" });
export type CallerPlaceList = z.infer<typeof CallerPlaceList>;

/** Lists declared places. */
export const listCallerPlaces = defineEndpoint({
  method: "GET",
  path: "/v1/caller-places",
  name: "listCallerPlaces",
  summary: "Where callers were declared to be, newest first, at most 1,000; numbers are masked",
  scope: "sites:read",
  status: 200,
  response: CallerPlaceList,
  problems: [],
});

/** Declares where the people behind a number are. Their next call is judged by it. */
export const declareCallerPlace = defineEndpoint({
  method: "POST",
  path: "/v1/caller-places",
  name: "declareCallerPlace",
  summary: "Declare where the people behind a number are; the only evidence of a caller's place that can earn silence",
  scope: "sites:write",
  body: NewCallerPlace,
  status: 201,
  response: CallerPlaceShown,
  problems: ["phone_malformed", "jurisdiction_unknown", "not_ready"],
});

/** Takes a declaration back. */
export const withdrawCallerPlace = defineEndpoint({
  method: "POST",
  path: "/v1/caller-places/withdrawals",
  name: "withdrawCallerPlace",
  summary: "Take back what was declared of a number; its next call is judged without it",
  scope: "sites:write",
  body: z.strictObject({ phone: Phone }),
  status: 204,
  problems: ["phone_malformed", "caller_place_absent"],
});
