import type { NumberReader, PageNumber } from "./number-reader.ts";

/** A number on the page: where its characters stand. A text node or an attribute holds a part of it. */
export interface Spot {
  readonly number: PageNumber;
  readonly parts: readonly Part[];
}

interface Part {
  readonly node: Text | Attr;
  readonly start: number;
  readonly end: number;
  /** The element that shows it. */
  readonly element: HTMLElement;
}

/** Links that ring a phone. */
export const phoneLinks = '[href^="tel:" i],[href^="callto:" i]';
/** Where a number may stand besides the text: links and spoken labels. */
export const watchedAttributes: readonly string[] = ["href", "aria-label", "title"];

/** Places that are not for readers, or not ours to write in. Microdata stays: search engines keep the business's number. */
const leftAlone =
  "script,style,noscript,textarea,input,select,code,pre,kbd,samp,[itemprop~=telephone],[data-ringtrail-ignore]";

/** Finds the numbers in a part of the page. */
export function findNumbers(root: Node, read: NumberReader): Spot[] {
  const spots = findInAttributes(root as Element, read);
  let line: Text[] = [];
  // Never a filter function here: it makes the walk twelve times slower (research/perf-reliability.md 1.3).
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node: Node | null = root; node; node = walker.nextNode()) {
    const text = node instanceof Text ? node.data : "";
    // A number may be split over elements: a text that ends with digits is read together with one that begins so.
    if (line[0] && !/^\W*(\d|$)/.test(text)) line = [];
    if (!line[0] && !/\d/.test(text)) continue;
    line.push(node as Text);
    const found = readLine(line, read);
    spots.push(...found);
    if (found[0] || line[8] || !/(^|\d)\W*$/.test(text)) line = [];
  }
  return spots;
}

function findInAttributes(root: Element, read: NumberReader): Spot[] {
  // A root that is a text or the document itself lacks one of the two methods.
  const inside = root.querySelectorAll?.(`${phoneLinks},[aria-label],[title]`) ?? [];
  return [root, ...inside].flatMap((element) =>
    watchedAttributes.flatMap((name) => {
      const node = element.getAttributeNode?.(name);
      if (!node || (name === "href" && !element.matches(phoneLinks))) return [];
      // In a link, pauses and extensions after the number are not part of it.
      return readLine([node], read, name === "href" ? node.value.replace(/([,;?#*]|(?<=\d)[a-z]).*/i, "") : node.value);
    }),
  );
}

function readLine(line: readonly (Text | Attr)[], read: NumberReader, text = line.map(valueOf).join("")): Spot[] {
  return read(text).flatMap(({ number, start, end }) => {
    let offset = 0;
    const parts = line.flatMap((node) => {
      const { length } = valueOf(node);
      const part = { node, start: Math.max(start - offset, 0), end: end - offset, element: elementOf(node) };
      offset += length;
      return part.start < length && part.end > 0 ? part : [];
    });
    return parts.every((part) => isOurs(part, parts)) ? { number, parts } : [];
  });
}

/** May be written in, and stands in one line with the other parts: two table cells never make one number. */
function isOurs({ element }: Part, parts: readonly Part[]): boolean {
  if (element.closest(leftAlone) || element.isContentEditable) return false;
  // Styles are asked for only where the digits already fit, because they are expensive.
  return parts.every((part) => element.contains(part.element)) || isInline(element);
}

function isInline(element: Element): boolean {
  return /^(inline|contents)/.test(getComputedStyle(element).display);
}

function elementOf(node: Text | Attr): HTMLElement {
  return (node instanceof Text ? node.parentElement : node.ownerElement) as HTMLElement;
}

/** The characters of a text node or attribute. */
export function valueOf(node: Text | Attr): string {
  return node.nodeValue ?? "";
}
