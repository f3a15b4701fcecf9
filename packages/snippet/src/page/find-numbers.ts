import type { NumberReader, PageNumber } from "./number-reader.ts";

/** A number on the page: where its characters stand. A text node or an attribute holds a part of it. */
export interface Spot {
  readonly number: PageNumber;
  readonly parts: readonly { readonly node: Text | Attr; readonly start: number; readonly end: number }[];
  /** The element that shows it. */
  readonly element: Element;
}

/** Links and spoken labels: where a number may stand besides the text. */
const linked = '[href^="tel:" i],[href^="callto:" i],[aria-label],[title]';
export const watchedAttributes: readonly string[] = ["href", "aria-label", "title"];

/** Places that are not for readers, or not ours to write in. Microdata stays: search engines keep the business's number. */
const leftAlone =
  "script,style,noscript,template,textarea,input,select,code,pre,kbd,samp,[itemprop~=telephone],[data-ringtrail-ignore]";

/** Finds the numbers in a part of the page, in document order. */
export function findNumbers(root: Node, read: NumberReader): Spot[] {
  const spots = root instanceof Text ? [] : findInAttributes(root as Element | Document, read);
  let line: Text[] = [];
  // Never a filter function here: it makes the walk twelve times slower (research/perf-reliability.md 1.3).
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = root instanceof Text ? root : walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node as Text).data;
    // A number may be split over elements: a text that ends like one is read together with the next.
    if (line.length > 0 && !/^[\d\s().\-/\u2010-\u2015]*(?:\d|$)/.test(text)) line = [];
    if (line.length === 0 && !/\d/.test(text)) continue;
    line.push(node as Text);
    const found = readLine(line, read);
    spots.push(...found);
    if (found.length > 0 || line.length > 8 || !/(?:^|[\d+])[\d\s().\-/\u2010-\u2015]*$/.test(text)) line = [];
  }
  return spots;
}

function findInAttributes(root: Element | Document, read: NumberReader): Spot[] {
  const spots: Spot[] = [];
  const elements = [...root.querySelectorAll(linked)];
  if (root instanceof Element && root.matches(linked)) elements.push(root);
  for (const element of elements) {
    for (const name of watchedAttributes) {
      const node = element.getAttributeNode(name);
      if (!node || isLeftAlone(element)) continue;
      const [skip, text] = name === "href" ? linkedNumber(node.value) : [0, node.value];
      for (const { number, start, end } of read(text)) {
        spots.push({ number, element, parts: [{ node, start: start + skip, end: end + skip }] });
      }
    }
  }
  return spots;
}

/** The number of a `tel:` link and where it starts; pauses and extensions after it are not part of it. */
function linkedNumber(href: string): readonly [start: number, text: string] {
  const [whole, scheme = "", number = ""] = /^((?:tel|callto):[\s/]*)([^,;?#*a-z]*)/i.exec(href) ?? [];
  return whole === undefined ? [0, ""] : [scheme.length, number];
}

function readLine(line: readonly Text[], read: NumberReader): Spot[] {
  const spots: Spot[] = [];
  for (const { number, start, end } of read(line.map((node) => node.data).join(""))) {
    const parts: { node: Text; start: number; end: number }[] = [];
    let offset = 0;
    for (const node of line) {
      const from = Math.max(start - offset, 0);
      const to = Math.min(end - offset, node.length);
      if (from < to) parts.push({ node, start: from, end: to });
      offset += node.length;
    }
    const element = parts[0]?.node.parentElement;
    if (element && !parts.some((part) => isLeftAlone(part.node.parentElement)) && isOneLine(parts)) {
      spots.push({ number, element, parts });
    }
  }
  return spots;
}

function isLeftAlone(element: Element | null): boolean {
  return !element || element.closest(leftAlone) !== null || (element as HTMLElement).isContentEditable;
}

/** Two table cells or two paragraphs never make one number. Asked only where digits already fit, because it costs a layout. */
function isOneLine(parts: readonly { readonly node: Text }[]): boolean {
  const first = parts[0]?.node;
  const last = parts.at(-1)?.node;
  if (!first || !last || first === last) return true;
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  const common = range.commonAncestorContainer;
  return parts.every(({ node }) => {
    for (let up = node.parentElement; up && up !== common; up = up.parentElement) {
      if (!/^(?:inline|contents)/.test(getComputedStyle(up).display)) return false;
    }
    return true;
  });
}
