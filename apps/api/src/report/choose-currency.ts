import type { AdCost } from "@ringtrail/core/attribution";
import type { CallValue } from "@ringtrail/core/ports";

/** What was earned and paid in one currency, in millionths. */
export interface CurrencySum {
  readonly currency: string;
  valueMicros: number;
  costMicros: number;
}

/**
 * Chooses the currency of a report: the one asked for, else the one most was paid in, else most was earned in. Amounts
 * of different currencies are never added up: nobody has told what one is worth in the other.
 */
export function chooseCurrency(
  earned: readonly CallValue[],
  costs: readonly Pick<AdCost, "currency" | "micros">[],
  wanted: string | undefined,
): { readonly currency: string | undefined; readonly others: readonly CurrencySum[] } {
  const sums = new Map<string, CurrencySum>();
  const sumOf = (currency: string) => {
    const sum = sums.get(currency) ?? { currency, valueMicros: 0, costMicros: 0 };
    sums.set(currency, sum);
    return sum;
  };
  for (const { currency, micros } of costs) sumOf(currency).costMicros += micros;
  for (const { currency, micros } of earned) sumOf(currency).valueMicros += micros;
  const ordered = [...sums.values()].toSorted(
    (a, b) => b.costMicros - a.costMicros || b.valueMicros - a.valueMicros || (a.currency < b.currency ? -1 : 1),
  );
  const currency = wanted ?? ordered[0]?.currency;
  return { currency, others: ordered.filter((sum) => sum.currency !== currency) };
}
