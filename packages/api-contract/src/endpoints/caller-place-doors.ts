import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { LongPageQuery } from "../paging.ts";
import {
  CallerPlaceList,
  CallerPlaceShown,
  CallerPlacesKept,
  NewCallerPlace,
  PlaceKind,
} from "../shapes/caller-place.ts";

/** Lists declared places. */
export const listCallerPlaces = defineEndpoint({
  method: "GET",
  path: "/v1/caller-places",
  name: "listCallerPlaces",
  summary: "Where callers and their bills were declared to be, newest first, page by page; numbers are masked",
  scope: "sites:read",
  query: LongPageQuery,
  status: 200,
  response: CallerPlaceList,
  problems: ["cursor_malformed"],
});

/** Declares a place of a number. Its next call is judged by it. */
export const declareCallerPlace = defineEndpoint({
  method: "POST",
  path: "/v1/caller-places",
  name: "declareCallerPlace",
  summary:
    "Declare where the people behind a number are, the only evidence of a caller's place that can earn silence; or where their bills go, which can only add strictness",
  scope: "sites:write",
  body: NewCallerPlace,
  status: 201,
  response: CallerPlaceShown,
  problems: ["phone_malformed", "jurisdiction_unknown", "not_ready"],
});

/** Declares the places of a whole list of numbers. */
export const importCallerPlaces = defineEndpoint({
  method: "POST",
  path: "/v1/caller-places/imports",
  name: "importCallerPlaces",
  summary:
    "Declare places from a CSV file with the columns phone, place, basis and kind; rows that cannot be read are named and the others kept",
  scope: "sites:write",
  upload: {
    mediaTypes: ["text/csv"],
    alsoCalled: ["application/csv", "application/vnd.ms-excel", "text/plain"],
    mostBytes: 1024 * 1024,
  },
  status: 200,
  response: CallerPlacesKept,
  problems: ["not_ready"],
});

/** Takes a declaration back. */
export const withdrawCallerPlace = defineEndpoint({
  method: "POST",
  path: "/v1/caller-places/withdrawals",
  name: "withdrawCallerPlace",
  summary: "Take back what was declared of a number; its next call is judged without it",
  scope: "sites:write",
  body: z.strictObject({ phone: z.string().max(32).describe("E.164."), kind: PlaceKind.default("declared") }),
  status: 204,
  problems: ["phone_malformed", "caller_place_absent"],
});

/** Forgets a declaration by its id. */
export const forgetCallerPlace = defineEndpoint({
  method: "DELETE",
  path: "/v1/caller-places/{id}",
  name: "forgetCallerPlace",
  summary: "Take back one declaration of the list; the number's next call is judged without it",
  scope: "sites:write",
  params: z.object({ id: z.string().max(200) }),
  status: 204,
  problems: ["caller_place_absent"],
});
