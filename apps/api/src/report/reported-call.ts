import type { CreditableCall } from "@ringtrail/core/ports";

/** What a call was worth in one currency: as somebody said, else what is left of its orders. */
export function worthOfCall(
  { value, orders }: Pick<CreditableCall, "value" | "orders">,
  currency: string | undefined,
): number {
  return worthsOf({ value, orders })
    .filter((worth) => worth.currency === currency)
    .reduce((sum, { micros }) => sum + micros, 0);
}

/** Everything a call was worth. Somebody's word stands in place of the orders, so that nothing counts twice. */
export function worthsOf({ value, orders }: Pick<CreditableCall, "value" | "orders">): CreditableCall["orders"] {
  return value === undefined ? orders : [value];
}
