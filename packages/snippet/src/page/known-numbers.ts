import type { SiteConfig, SwapResponse } from "@ringtrail/api-contract";
import { config } from "../site-config.ts";

/** A number to show for a target number: the business's own, its source's, or the visit's. */
export type ShownNumber = SiteConfig["targets"][number] & Partial<Pick<SwapResponse["numbers"][number], "number">>;

/** Numbers to show; of two for one target the first that may stand in a place counts. */
export type Numbers = readonly ShownNumber[];

/** Every number that was ever to be shown, by itself, with the pattern that finds it. */
export const known = new Map<string, readonly [number: ShownNumber, pattern: RegExp]>();

/**
 * From now on finds these numbers too. How a number may be written is said by the server (`writtenNumber` of the core): a
 * page need not work out what its server can work out once.
 */
export function know(numbers: Numbers): void {
  for (const number of numbers) {
    known.set(number.e164, [number, new RegExp(config.edges.join(number.find), "gu")]);
  }
}
