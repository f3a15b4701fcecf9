import type { Milliseconds } from "../../time.ts";
import { holdingWindowMs } from "../holding-window.ts";

// Learning looks at ages in bins, each a tenth of an e-fold wide, so that thousands of old visits become a few counts.
const perFold = 10;
const firstMs = 1000;

/** How many bins there are; the last one ends the window. */
export const ageBins: number = Math.ceil(Math.log(holdingWindowMs / firstMs) * perFold) + 1;

/** The bin of an age. Younger than a second is the first bin, older than the window the last. */
export function binOf(age: Milliseconds): number {
  if (age < firstMs) return 0;
  return Math.min(1 + Math.floor(Math.log(age / firstMs) * perFold), ageBins - 1);
}

/** The age at which a bin ends. */
export function binEnd(bin: number): Milliseconds {
  return firstMs * Math.exp(bin / perFold);
}

/** The age a bin stands for. */
export function binAge(bin: number): Milliseconds {
  return bin === 0 ? firstMs / 2 : firstMs * Math.exp((bin - 0.5) / perFold);
}

/** How long a thing of this bin could be followed: the last bin's for the whole window. */
export function followedFor(bin: number): Milliseconds {
  return bin === ageBins - 1 ? holdingWindowMs : binAge(bin);
}
