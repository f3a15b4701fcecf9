import { config } from "../site-config.ts";
import { known, type ShownNumber } from "./known-numbers.ts";

/** Texts that follow one another, or one attribute. */
export type Line = readonly (Text | Attr)[];

/** A number found on the page: in which texts, and what a number must take to stand there. */
export type Found = readonly [number: ShownNumber, match: RegExpExecArray, line: Line, need: Need];
type Need = NonNullable<(typeof config.places)[number][2]>;

/** `Node.TEXT_NODE`, which a frame's nodes have too. */
export const textNode = 3;

/** Finds the numbers in a part of the page. */
export function foundIn(root: Node): Found[] {
  const found: Found[] = [];
  const readLine = (line: Line, need: Need = "call"): Found | undefined => {
    const before = found.length;
    const text = line.map(({ nodeValue }) => nodeValue).join("");
    for (const [number, pattern] of known.values()) {
      for (const match of text.matchAll(pattern)) found.push([number, match, line, need]);
    }
    return found[before];
  };

  for (const [selector, name, need] of config.places) {
    // A text and a document match nothing.
    for (const element of [root as Element, ...((root as Element).querySelectorAll?.(selector) ?? [])]) {
      if (element.matches?.(selector)) readLine([element.getAttributeNode(name) as Attr], need);
    }
  }
  let line: Text[] = [];
  // Never a filter function here: it makes the walk twelve times slower (research/perf-reliability.md 1.3).
  const walker = document.createTreeWalker(root, 4 satisfies typeof NodeFilter.SHOW_TEXT);
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    const text = node.nodeType === textNode ? (node as Text).data : "";
    // A number may be split over elements: a text that ends with digits is read together with one that begins so.
    if (line[0] && (line[8] || !/^\W*([\dA-Z]|$)/.test(text))) line = [];
    // Holds four digits together or ends with one, or has Arabic, Persian or full-width ones. To ask for any digit of
    // Unicode takes six times as long.
    if (!line[0] && !/\d(\W*([\dA-Z]|$)){3}|[\u0660-\u06f9\uff10-\uff19]/.test(text)) continue;
    line.push(node as Text);
    const isWhole = readLine(line) || (line[1] && !isInline(elementOf(node)) && readLine([node as Text]));
    if (isWhole || !/(^|\p{Nd})\P{L}*$/u.test(text)) line = [];
  }
  return found;
}

/** The element that shows a text or has an attribute; of a text right in a shadow root, its host. */
export function elementOf(node: Node): Element {
  return (node as Attr).ownerElement ?? node.parentElement ?? (node.parentNode as ShadowRoot).host;
}

/** Stands in a line with others. Styles are asked for only where the digits already fit, because they are expensive. */
export function isInline(element: Element): boolean {
  return /^(inl|con)/.test(getComputedStyle(element).display);
}
