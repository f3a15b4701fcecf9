import type { ConversionStep, ToldConversion } from "@ringtrail/core/attribution";
import type { Outcomes } from "@ringtrail/destinations";

/** What was told and what was not. */
export interface StepsSettled {
  /** To be kept, so that the same is not told again. */
  readonly told: readonly ToldConversion[];
  readonly refused: number;
}

/**
 * What a receiver knows after a round. A conversion that it refused is not told again; an adjustment that it refused
 * counts as made, else it would be refused once an hour for ever. After a retraction no click is kept.
 *
 * @param outcomes undefined: all of it was taken, as a file that somebody uploads.
 */
export function settleSteps(steps: readonly ConversionStep[], outcomes?: Outcomes): StepsSettled {
  let refused = 0;
  const told = steps.flatMap((step): readonly ToldConversion[] => {
    const id = step.kind === "upload" ? step.conversion.id : step.told.id;
    // What was not even tried comes again in the next round.
    if (outcomes !== undefined && !outcomes.has(id)) return [];
    const why = outcomes?.get(id);
    if (why !== undefined) refused += 1;
    if (step.kind === "retract") return [{ ...step.told, click: undefined, state: "retracted" }];
    if (step.kind === "restate") return [{ ...step.told, worth: step.worth }];
    const { call, at, click, worth } = step.conversion;
    return [{ id, call, at, click, worth, state: why === undefined ? "told" : "refused" }];
  });
  return { told, refused };
}
