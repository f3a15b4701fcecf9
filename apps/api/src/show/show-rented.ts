import type { RentedNumberShown } from "@ringtrail/api-contract";
import type { RentedNumber } from "@ringtrail/core/ports";
import { showMaybe } from "./show-moment.ts";

/** A rented number in the contract's shape. */
export function showRented({
  number,
  e164,
  connection,
  place,
  rent,
  takes,
  restsUntil,
  releasedAt,
}: RentedNumber): RentedNumberShown {
  const role =
    place.role === "pool"
      ? { role: place.role, pool: place.pool, slice: place.slice }
      : { role: place.role, touch: place.touch };
  return {
    id: number,
    e164,
    connection,
    site: place.site,
    ...role,
    state: releasedAt === undefined ? (restsUntil === undefined ? "in_use" : "resting") : "released",
    restsUntil: showMaybe(restsUntil),
    releasedAt: showMaybe(releasedAt),
    monthly: rent,
    takes: [...takes],
  };
}
