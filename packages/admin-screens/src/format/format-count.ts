/** A count as people write it: `12,345`; one that is expected keeps a decimal as long as it is small: `7.4`. */
export function formatCount(count: number, locale?: string): string {
  const digits = Number.isInteger(count) || Math.abs(count) >= 100 ? 0 : 1;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(count);
}

/** A change in per cent, with its sign: `+12%`, `−3%`. Undefined where there is nothing to compare with. */
export function formatChange(now: number, before: number, locale?: string): string | undefined {
  if (before === 0) return undefined;
  return new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 0,
    signDisplay: "exceptZero",
  }).format(now / before - 1);
}
