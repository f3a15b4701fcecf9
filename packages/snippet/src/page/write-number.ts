import { valueOf, type Spot } from "./find-numbers.ts";
import { splitE164 } from "./number-reader.ts";

/**
 * Puts a number in the place of the one found, in the page's own format: digit for digit from the right, everything
 * between them kept. Where the two are built differently (another country, another length) it is plain E.164.
 *
 * Values are changed in place and no node is ever replaced, so frameworks that own the nodes are not disturbed.
 */
export function writeNumber({ parts, number }: Spot, to: string): void {
  const [country, national] = splitE164(number.e164);
  const isAlike = to.length === number.e164.length && to.startsWith(`+${country}`);
  const toNational = to.slice(-national.length);
  const written = parts.map(({ node, start, end }) => valueOf(node).slice(start, end)).join("");
  // An encoded space (%20) has digits that are none.
  let at = national.length - written.replace(/%20|\D/g, "").length;
  for (const { node, start, end } of parts) {
    const value = valueOf(node);
    const before = value.slice(start, end);
    const alike = before.replace(/%20|\d/g, (old) => (old === "%20" ? old : (toNational[at++] ?? old)));
    // Split over elements, a number of another build has no place for each digit: it stays.
    const after = isAlike ? alike : parts[1] ? before : to;
    if (after !== before && number.e164 !== to) node.nodeValue = value.slice(0, start) + after + value.slice(end);
  }
}
