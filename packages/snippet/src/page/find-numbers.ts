import { config } from "../site-config.ts";
import { known, type ShownNumber } from "./known-numbers.ts";

/** Texts that follow one another, or one attribute. */
export type Line = readonly (Text | Attr)[];

/** A number found on the page: in which texts, and what a number must take to stand there. */
export type Found = readonly [number: ShownNumber, match: RegExpExecArray, line: Line, need: Need];
type Need = NonNullable<(typeof config.places)[number][2]>;

/** `Node.TEXT_NODE`, which a frame's nodes have too. */
export const textNode = 3;

/** Texts in which a number may begin, those in which it may go on, those after which it may, and pieces of a number. */
export let texts: Readonly<Record<0 | 1 | 2 | 3, RegExp>>;

/** Learns which texts may hold a number, or a piece of one. */
export function readTexts(): void {
  texts = config.texts.map((each) => new RegExp(each, "u")) as unknown as typeof texts;
}

/**
 * Finds the numbers in a part of the page.
 *
 * @param walker goes over its texts; one that was here before goes on where it stopped.
 */
export function foundIn(root: Node, walker = walk(root)): Found[] {
  const found: Found[] = [];
  const readLine = (line: Line, need: Need = "call"): Found | undefined => {
    const before = found.length;
    const text = line.map(({ nodeValue }) => nodeValue).join("");
    for (const [number, pattern] of known.values()) {
      for (const match of text.matchAll(pattern)) found.push([number, match, line, need]);
    }
    return found[before];
  };

  for (const element of [root as Element, ...((root as Element).querySelectorAll?.(config.attributes) ?? [])]) {
    for (const [selector, name, need] of config.places) {
      // A text and a document match nothing.
      if (element.matches?.(selector)) readLine([element.getAttributeNode(name) as Attr], need);
    }
  }
  let line: Text[] = [];
  const { currentNode } = walker;
  // Its kind is asked for once: whatever follows is a text.
  let node = currentNode.nodeType === textNode ? currentNode : walker.nextNode();
  for (; node; node = walker.nextNode()) {
    const text = node.nodeValue as string;
    // A number may be split over elements: a text that ends with digits is read together with one that begins so.
    if (line[0] && (line[8] || !texts[1].test(text))) line = [];
    if (!line[0] && !texts[0].test(text)) continue;
    line.push(node as Text);
    const isWhole = readLine(line) || (line[1] && !isInline(elementOf(node)) && readLine([node as Text]));
    if (isWhole || !texts[2].test(text)) line = [];
  }
  return found;
}

/** Goes over the texts of a part of the page. Never with a filter function: that is twelve times slower (research/perf-reliability.md 1.3). */
export function walk(root: Node): TreeWalker {
  return document.createTreeWalker(root, 4 satisfies typeof NodeFilter.SHOW_TEXT);
}

/** The element that a node is, that shows a text or has an attribute; of what stands right in a shadow root, its host. */
export function elementOf(node: Node): Element {
  return (node as Element).closest
    ? (node as Element)
    : elementOf((node as Attr).ownerElement ?? (node as ShadowRoot).host ?? (node.parentNode as Node));
}

/** Stands in a line with others. Styles are asked for only where the digits already fit, because they are expensive. */
export function isInline(element: Element): boolean {
  return /^(inl|con)/.test(getComputedStyle(element).display);
}
