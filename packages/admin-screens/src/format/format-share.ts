/** A probability in whole per cent. What is nearly nothing or nearly certain does not pretend to be exactly that. */
export function formatShare(share: number, locale?: string): string {
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  if (share > 0 && share < 0.005) return `<${percent.format(0.01)}`;
  if (share < 1 && share >= 0.995) return `>${percent.format(0.99)}`;
  return percent.format(share);
}
