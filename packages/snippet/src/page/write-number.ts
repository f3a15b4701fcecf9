import type { Spot } from "./find-numbers.ts";
import { rewriteNumber } from "./rewrite-number.ts";

/**
 * Puts a number in the place of the one found, in the page's own format. Values are changed in place and no node is
 * ever replaced, so frameworks that own the nodes are not disturbed. True when the page was changed.
 */
export function writeNumber({ parts, number }: Spot, to: string): boolean {
  if (number.e164 === to) return false;
  const written = parts.map(({ node, start, end }) => valueOf(node).slice(start, end));
  const rewritten = rewriteNumber(written.join(""), number.e164, to);
  // A number split over elements keeps its split only when every digit has its counterpart.
  if (parts.length > 1 && rewritten.length !== written.join("").length) return false;
  let rest = rewritten;
  for (const [index, { node, start, end }] of parts.entries()) {
    const piece = index === parts.length - 1 ? rest : rest.slice(0, end - start);
    rest = rest.slice(piece.length);
    const value = valueOf(node);
    node.nodeValue = value.slice(0, start) + piece + value.slice(end);
  }
  return true;
}

function valueOf(node: Text | Attr): string {
  return node.nodeValue ?? "";
}
