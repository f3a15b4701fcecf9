import type { ShownNumber } from "./known-numbers.ts";
import type { Part } from "./parts-of.ts";

/**
 * Writes a number's national digits where another's stand, in the page's own format and its own digits (Arabic,
 * Persian, full-width); a word (1-800-FLOWERS) becomes digits. Without digits it writes the number in full.
 *
 * Values are changed in place and no node is ever replaced, so frameworks that own the nodes are not disturbed.
 */
export function writeNumber(parts: readonly Part[], to: ShownNumber, isAlike: boolean): void {
  let at = 0;
  for (const [node, start, end] of parts) {
    const value = node.nodeValue as string;
    // An encoded space (%20) has digits that are none.
    const written = value.slice(start, end).replace(/(?<!%2?)[\p{Nd}A-Z]/gu, (old) => {
      const digit = to.national[at++] ?? "";
      return old > "Z" ? String.fromCharCode((old.charCodeAt(0) & ~15) | +digit) : digit;
    });
    const after = value.slice(0, start) + (isAlike ? written : to.e164) + value.slice(end);
    if (after !== value) node.nodeValue = after;
  }
}
