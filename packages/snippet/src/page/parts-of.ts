import { config } from "../site-config.ts";
import { elementOf, isInline, type Line } from "./find-numbers.ts";

/** A part of a number: the element that shows it, the text or attribute it stands in, where it begins and ends there. */
export type Part = readonly [element: Element, node: Text | Attr, start: number, end: number];

/** The parts of a line from one character to another. */
export function partsOf(line: Line, start: number, end: number): Part[] {
  let offset = 0;
  return line.flatMap((node) => {
    const { length } = node.nodeValue as string;
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, length);
    offset += length;
    return from < to ? [[elementOf(node), node, from, to]] : [];
  });
}

/** May be written in, and stands in one line: two table cells never make one number. */
export function isOurs(parts: readonly Part[]): boolean {
  return parts.every(
    ([element]) =>
      !element.closest(config.ignore) && (parts.every(([other]) => element.contains(other)) || isInline(element)),
  );
}
