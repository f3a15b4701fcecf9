/** Money kept in the hundredth part of its currency, as people write it where they are. */
export function formatMoney({ cents, currency }: { cents: number; currency: string }, locale?: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(cents / 100);
}
