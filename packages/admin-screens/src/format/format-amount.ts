/** Money in units of its currency: cents as long as they matter, and none where there are none: $524 above $9.70. */
export function formatAmount(amount: number, currency: string | undefined, locale?: string): string {
  const digits = Math.abs(amount) >= 1000 ? 0 : 2;
  if (currency === undefined) return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(amount);
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    maximumFractionDigits: digits,
    minimumFractionDigits: Number.isInteger(Math.round(amount * 100) / 100) ? 0 : digits,
  }).format(amount);
}
