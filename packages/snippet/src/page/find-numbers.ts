import { config } from "../site-config.ts";
import { read, type Match } from "./read-numbers.ts";

/** Texts that follow one another, or one attribute. */
type Line = readonly (Text | Attr)[];

/** A number found on the page: in which texts, and what a number must take to stand there. */
export type Found = readonly [match: Match, line: Line, need?: string];

/** A part of a number: the text or attribute it stands in, where it begins and ends there, and the element that shows it. */
export type Part = readonly [node: Text | Attr, start: number, end: number, element: Element];

/** `Node.TEXT_NODE`, which a frame's nodes have too. */
export const textNode = 3;

/** Finds the numbers in a part of the page. */
export function foundIn(root: Node): Found[] {
  const found: Found[] = [];
  const readLine = (line: Line, need?: string): boolean => {
    const matches = read(line.map(({ nodeValue }) => nodeValue).join(""));
    for (const match of matches) found.push([match, line, need]);
    return matches.length > 0;
  };

  for (const [selector, name, need] of config.places) {
    // A text and a document match nothing.
    for (const element of within(root, selector)) {
      if (element.matches?.(selector)) readLine([element.getAttributeNode(name) as Attr], need);
    }
  }
  let line: Line = [];
  // Never a filter function here: it makes the walk twelve times slower (research/perf-reliability.md 1.3).
  const walker = document.createTreeWalker(root, 4 satisfies typeof NodeFilter.SHOW_TEXT);
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    const text = node.nodeType === textNode ? (node as Text).data : "";
    // A number may be split over elements: a text that ends with digits is read together with one that begins so.
    if (line[0] && (line[8] || !/^\W*([\dA-Z]|$)/.test(text))) line = [];
    if (!line[0] && !/\p{Nd}/u.test(text)) continue;
    line = [...line, node as Text];
    const isWhole = readLine(line) || (line[1] && !isInline(elementOf(node)) && readLine([node as Text]));
    if (isWhole || !/(^|\p{Nd})\W*$/u.test(text)) line = [];
  }
  return found;
}

/** A node, whatever it is, and the elements in it that match. */
export function within(root: Node, selector: string): Element[] {
  return [root as Element, ...((root as Element).querySelectorAll?.(selector) ?? [])];
}

/** The parts of a line from one character to another. */
export function partsOf(line: Line, start: number, end: number): Part[] {
  let offset = 0;
  return line.flatMap((node) => {
    const { length } = node.nodeValue as string;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, length);
    offset += length;
    return from < to ? [[node, from, to, elementOf(node)]] : [];
  });
}

/** May be written in, and stands in one line: two table cells never make one number. */
export function isOurs(parts: readonly Part[]): boolean {
  return parts.every(
    ([, , , element]) =>
      !element.closest(config.ignore) &&
      // Styles are asked for only where the digits already fit, because they are expensive.
      (parts.every(([, , , other]) => element.contains(other)) || isInline(element)),
  );
}

/** The element that shows a text or has an attribute; of a text right in a shadow root, its host. */
function elementOf(node: Node): Element {
  return (node as Attr).ownerElement ?? node.parentElement ?? (node.parentNode as ShadowRoot).host;
}

function isInline(element: Element): boolean {
  return /^(inl|con)/.test(getComputedStyle(element).display);
}
