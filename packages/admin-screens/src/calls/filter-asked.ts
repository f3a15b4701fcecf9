import type { CallFilter } from "@ringtrail/api-contract";
import type { CallsFilter } from "../frame/place.ts";

/** A filter as the server is asked for it: days are those of the account. */
export function askedOf({ from, to, ...rest }: CallsFilter): CallFilter {
  return { ...rest, ...(from === undefined ? {} : { fromDay: from }), ...(to === undefined ? {} : { toDay: to }) };
}
