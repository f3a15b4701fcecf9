/** A figure that is not known for certain: what is expected, and between which bounds it lies in 95 of 100 cases. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** How many standard deviations to either side hold 95 % of a normal distribution. */
export const z95 = 1.959963984540054;

/** One of the ways a call may have come about, and how much it then gives to a row. */
export interface Chance {
  readonly probability: number;
  readonly share: number;
}

/** A sum of shares that depend on who called. Calls are independent of one another. */
export class UncertainSum {
  #mean = 0;
  #variance = 0;
  #least = 0;
  #most = 0;

  /** Adds one call: all its chances of giving this row anything; what is missing to 1 gives nothing. */
  add(chances: readonly Chance[], weight = 1): void {
    const possible = chances.filter(({ probability }) => probability > 0);
    const total = possible.reduce((sum, { probability }) => sum + probability, 0);
    const mean = possible.reduce((sum, { probability, share }) => sum + probability * share, 0);
    const square = possible.reduce((sum, { probability, share }) => sum + probability * share * share, 0);
    const shares = possible.map(({ share }) => share);
    // A billionth of doubt is the rounding of a sum that was meant to be one.
    if (total < 1 - 1e-9) shares.push(0);
    this.#mean += mean * weight;
    this.#variance += Math.max(0, square - mean * mean) * weight * weight;
    this.#least += Math.min(...shares) * weight;
    this.#most += Math.max(...shares) * weight;
  }

  /** The sum, with its bounds. */
  estimate(): Estimate {
    return boundsOf({ mean: this.#mean, variance: this.#variance, least: this.#least, most: this.#most });
  }
}

/** What a sum of many independent shares is worth: normal, as such a sum is, and never outside of what is possible at all. */
export function boundsOf(sum: {
  readonly mean: number;
  readonly variance: number;
  readonly least: number;
  readonly most: number;
}): Estimate {
  const { mean, variance, least, most } = sum;
  const spread = z95 * Math.sqrt(variance);
  return {
    mean,
    low: Math.min(mean, Math.max(least, mean - spread)),
    high: Math.max(mean, Math.min(most, mean + spread)),
  };
}
