import type { DelaySpread } from "../delay-density.ts";

/** Draws that look like chance and are the same for the same seed. */
export interface Draw {
  /** From 0 up to 1. */
  (): number;
}

/** A stream of draws (sfc32, seeded by splitmix32). The core has no randomness of its own: the seed is told. */
export function makeDraw(seed: number): Draw {
  let state = seed | 0;
  const word = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  let [a, b, c, d] = [word(), word(), word(), word()];
  return () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
}

/** True with this probability. */
export function chance(draw: Draw, probability: number): boolean {
  return draw() < probability;
}

/** A number between two. */
export function between(draw: Draw, least: number, most: number): number {
  return least + draw() * (most - least);
}

/** One of several, each as likely as its share. */
export function pick<Thing extends { readonly share: number }>(
  draw: Draw,
  things: readonly [Thing, ...Thing[]],
): Thing {
  let left = draw() * things.reduce((sum, { share }) => sum + share, 0);
  for (const thing of things) {
    left -= thing.share;
    if (left < 0) return thing;
  }
  return things[0];
}

/** A delay, spread as told. */
export function drawDelay(draw: Draw, delay: DelaySpread): number {
  if (delay.spread === "exponential") return -delay.mean * Math.log(1 - draw());
  // Box and Muller's way to a normal draw.
  const normal = Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
  return delay.median * Math.exp(delay.sigma * normal);
}
