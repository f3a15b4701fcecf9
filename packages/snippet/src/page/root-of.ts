import { texts } from "./find-numbers.ts";

/**
 * Says which part of the page must be read again when a node is new. A short text with digits may be one piece of a
 * number split over elements: its neighbours are read along with it.
 */
export function rootOf(node: Node): Node {
  const text = node.firstChild ?? node;
  return (texts[3].test(text.nodeValue as string) && text.parentElement?.parentElement) || node;
}
