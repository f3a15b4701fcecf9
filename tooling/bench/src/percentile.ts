/** The value below which a share of the values lies, by nearest rank. @throws when there are none. */
export function percentile(values: readonly number[] | Float64Array, share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error("A percentile of nothing.");
  return value;
}
