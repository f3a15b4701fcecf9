import { config } from "../site-config.ts";
import { elementOf, isInline, type Line } from "./find-numbers.ts";

/** A part of a number: the text or attribute it stands in, where it begins and ends there. */
export type Part = readonly [node: Text | Attr, start: number, end: number];

/** The parts of a line from one character to another. */
export function partsOf(line: Line, start: number, end: number): Part[] {
  return line.flatMap((node) => {
    const { length } = node.nodeValue as string;
    const part: Part = [node, Math.max(start, 0), Math.min(end, length)];
    start -= length;
    end -= length;
    return part[1] < part[2] ? [part] : [];
  });
}

/** The smallest element that has all of a number in it, from one of its texts upwards; right in a shadow root, its host. */
export function holderOf(parts: readonly Part[], within: Node): Element {
  return parts.every(([node]) => within.contains(node))
    ? elementOf(within)
    : holderOf(parts, within.parentNode as Node);
}

/** May be written in, and stands in one line: two table cells never make one number. */
export function isOurs(parts: readonly Part[], holder: Element): boolean {
  return parts.every(([node]) => {
    const element = elementOf(node);
    return !element.closest(config.ignore) && (element === holder || isInline(element));
  });
}
