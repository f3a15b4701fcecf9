import { config } from "../site-config.ts";
import type { SiteConfig, SwapResponse } from "@ringtrail/api-contract";

/** A number to show for a target number: the business's own, its source's, or the visit's. */
export type ShownNumber = SiteConfig["targets"][number] & Partial<Pick<SwapResponse["numbers"][number], "number">>;

/** A number found in a text: where it begins, where its national digits begin, and where it ends. */
export type Match = readonly [number: ShownNumber, start: number, national: number, end: number];

/** Finds the numbers it was made for in a text, and nothing else. */
export type NumberReader = (text: string) => readonly Match[];

/** Finds the numbers of this page; none, until they are known. */
export let read: NumberReader = () => [];

/**
 * Makes the reader for these numbers: one pass over a text for all of them. How a number may be written is said by
 * the server (`writingOf` of the core): a page need not work out what its server can work out once.
 */
export function readFor(numbers: readonly ShownNumber[]): void {
  const [before, behind] = config.edges;
  const pattern = new RegExp(`${before}(?:${numbers.map(({ find }) => find).join("|")})${behind}`, "gu");
  read = (text) =>
    [...text.matchAll(pattern)].map((match) => {
      const { index, 0: written } = match;
      // Each number has one group, its prefix.
      const which = match.findIndex((prefix, group) => group && prefix != null);
      return [
        numbers[which - 1] as ShownNumber,
        index,
        index + (match[which] as string).length,
        index + written.length,
      ];
    });
}
