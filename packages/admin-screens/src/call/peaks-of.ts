/**
 * The loudest of each of so many equal parts of a sound, 0 to 1, the loudest of all being 1. Silence stays silence: a
 * recording nobody spoke in is drawn flat.
 */
export function peaksOf(samples: Float32Array, count: number): readonly number[] {
  const peaks = Array.from({ length: count }, (_part, nth) => {
    const [from, to] = [Math.floor((nth * samples.length) / count), Math.floor(((nth + 1) * samples.length) / count)];
    let most = 0;
    for (let at = from; at < to; at += 1) most = Math.max(most, Math.abs(samples[at] ?? 0));
    return most;
  });
  const loudest = Math.max(...peaks, 0);
  // A whisper of noise is no voice: what is quieter than a hundredth of full loudness is not blown up.
  return loudest < 0.01 ? peaks.map(() => 0) : peaks.map((peak) => peak / loudest);
}

/** Peaks as the outline of bars above (`up`) or below a middle line, in a box as wide as there are peaks. */
export function drawPeaks(peaks: readonly number[], middle: number, up: boolean): string {
  return peaks
    .map((peak, nth) => {
      const height = Math.round(Math.max(0.5, peak * (middle - 1)) * 10) / 10;
      return `M${nth + 0.15} ${middle}v${up ? -height : height}h.7v${up ? height : -height}z`;
    })
    .join("");
}
