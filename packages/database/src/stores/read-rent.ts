import type { NumberOrder, NumberPlace, RentedNumber } from "@ringtrail/core/ports";
import type { InferSelectModel } from "../drizzle.ts";
import type { numberOrders, trackingNumbers } from "../schema/index.ts";

/** A row of the numbers as the port tells it. */
export function rentedOf(row: InferSelectModel<typeof trackingNumbers>): RentedNumber {
  return {
    number: row.id,
    e164: row.e164,
    connection: row.connectionId,
    place: placeOf(row),
    carrierRef: row.carrierRef ?? undefined,
    rent: row.rent ?? undefined,
    takes: row.takes,
    restsUntil: row.restsUntil ?? undefined,
    releasedAt: row.releasedAt ?? undefined,
  };
}

/** @throws for a row without a role, which the table's checks forbid. */
function placeOf(row: InferSelectModel<typeof trackingNumbers>): NumberPlace {
  const { siteId: site, targetId: target, poolId: pool, slice, sourceTouch: touch } = row;
  if (pool !== null && slice !== null) return { site, target, role: "pool", pool, slice };
  if (touch === null) throw new Error("A tracking number has no role.");
  return { site, target, role: "source", touch };
}

/** A row of the orders as the port tells it. */
export function orderOf(row: InferSelectModel<typeof numberOrders>): NumberOrder {
  const { id, connectionId: connection, e164, place, rent, askedAt } = row;
  return { id, connection, e164, place, rent: rent ?? undefined, askedAt };
}
