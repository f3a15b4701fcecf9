/** One line of a benchmark's table. */
export interface Measure {
  readonly what: string;
  /** Empty for what is counted, and for shares. */
  readonly unit: "us" | "ms" | "s" | "/s" | "kB" | "MB" | "";
  /** Undefined where nobody asks for one: the figure is shown beside its reference and misses nothing. */
  readonly budget: number | undefined;
  /** Which side of the budget is good. */
  readonly good: "below" | "above";
  readonly measured: number;
  /** The same thing without us, measured in the same run. */
  readonly reference: number;
  /** What the reference was on the machine the budget was written for, when nothing else ran there. */
  readonly quietReference: number;
  /** Requests that were answered badly. With any, the figure is shown and counts as missed: it measures something else. */
  readonly failures?: number;
  /** The same on every machine and in every run, as bytes are: no noise excuses it. */
  readonly isExact?: boolean;
}

/** How a measure stands. */
export interface Verdict {
  /** Measured in relation to the reference. */
  readonly ratio: number;
  /** The budget as this machine, at this moment, may be held to it. */
  readonly allowed: number | undefined;
  /** `unsure`: over, on a machine so busy or so slow that it proves nothing. */
  readonly verdict: "ok" | "over" | "unsure";
}

/** Two runs of the same thing differ by up to this much on two shared cores. */
const noise = 0.1;
/** Where the bare reference is slower than this many times, nothing can be said. */
const mostSlowness = 3;

/**
 * Judges a measure. A machine on which the bare reference is slower than it was on the quiet one gets the budget in
 * the same proportion; a faster machine gets no stricter one. What then is still over by more than noise is missed.
 */
export function judge({ budget, good, measured, reference, quietReference, failures = 0, isExact }: Measure): Verdict {
  const ratio = measured / reference;
  if (budget === undefined) return { ratio, allowed: undefined, verdict: failures === 0 ? "ok" : "over" };
  const slowness = Math.max(1, good === "below" ? reference / quietReference : quietReference / reference);
  const lenience = Math.min(slowness, mostSlowness);
  const allowed = good === "below" ? budget * lenience : budget / lenience;
  const leeway = isExact ? 0 : noise;
  const isKept =
    failures === 0 && (good === "below" ? measured <= allowed * (1 + leeway) : measured >= allowed * (1 - leeway));
  return { ratio, allowed, verdict: isKept ? "ok" : slowness > mostSlowness && failures === 0 ? "unsure" : "over" };
}
