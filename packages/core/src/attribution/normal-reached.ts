/** The normal distribution's cumulative function, to 1e-7 (Abramowitz and Stegun, Handbook, formula 26.2.17). */
export function normalReached(deviation: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(deviation));
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-deviation * deviation) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return deviation > 0 ? 1 - tail : tail;
}
