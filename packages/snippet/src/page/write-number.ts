import { valueOf, type Spot } from "./find-numbers.ts";
import { rewriteNumber } from "./rewrite-number.ts";

/**
 * Puts a number in the place of the one found, in the page's own format. Values are changed in place and no node is
 * ever replaced, so frameworks that own the nodes are not disturbed.
 */
export function writeNumber({ parts, number }: Spot, to: string): void {
  const written = parts.map(({ node, start, end }) => valueOf(node).slice(start, end)).join("");
  const rewritten = rewriteNumber(written, number.e164, to);
  // A number split over elements keeps its split only when every digit has its counterpart.
  if (rewritten === written || (parts[1] && rewritten.length !== written.length)) return;
  let at = 0;
  for (const { node, start, end } of parts) {
    const value = valueOf(node);
    const piece = parts[1] ? rewritten.slice(at, (at += value.slice(start, end).length)) : rewritten;
    node.nodeValue = value.slice(0, start) + piece + value.slice(end);
  }
}
