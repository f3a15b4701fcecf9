import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
import { CallerPlaceList, CallerPlaceShown, NewCallerPlace } from "../shapes/caller-place.ts";

/** What was declared of a call's caller. */
export const getPlacesOfCall = defineEndpoint({
  method: "GET",
  path: "/v1/calls/{id}/caller-places",
  name: "getPlacesOfCall",
  summary: "What was declared of a call's caller; the number is masked",
  scope: "sites:read",
  params: IdParams,
  status: 200,
  response: CallerPlaceList,
  whole: "one place of each kind",
  problems: ["call_unknown"],
});

/** Declares a place of a call's caller, whose number need not be known to whoever declares it. */
export const declarePlaceOfCall = defineEndpoint({
  method: "POST",
  path: "/v1/calls/{id}/caller-places",
  name: "declarePlaceOfCall",
  summary:
    "Declare a place of a call's caller; the caller's next call is judged by it, this one stays as it was decided",
  scope: "sites:write",
  params: IdParams,
  body: NewCallerPlace.omit({ phone: true }),
  status: 201,
  response: CallerPlaceShown,
  problems: ["call_unknown", "caller_withheld", "jurisdiction_unknown", "not_ready"],
});
