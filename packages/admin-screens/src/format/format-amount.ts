/** Money in units of its currency: cents as long as they matter. */
export function formatAmount(amount: number, currency: string | undefined, locale?: string): string {
  const digits = Math.abs(amount) >= 1000 ? 0 : 2;
  if (currency === undefined) return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(amount);
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  }).format(amount);
}
