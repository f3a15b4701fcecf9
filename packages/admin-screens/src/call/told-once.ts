/** What a repetition is judged by. */
interface Told {
  readonly kind: string;
  readonly end?: string | undefined;
  readonly ms?: number | undefined;
}

/**
 * Leaves out a moment that only repeats the one before it: a carrier reports the end of a leg by two doors. Two taps
 * or two pages are two things that happened, so only reports of the carrier are looked at.
 */
export function toldOnce<Moment extends Told>(moments: readonly Moment[]): readonly Moment[] {
  return moments.filter((moment, index) => {
    const former = moments[index - 1];
    const repeats = former?.kind === moment.kind && former.end === moment.end && former.ms === moment.ms;
    return !(repeats && (moment.kind === "dial_ended" || moment.kind === "ended"));
  });
}
