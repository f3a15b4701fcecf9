import { rowsOf, stepsInOrder, waysOf, type FlowSteps } from "./flow-steps.ts";

/** A step as a box. */
export interface Box {
  readonly name: string;
  /** Its number in the form, from 1. */
  readonly number: number;
  readonly x: number;
  readonly y: number;
  /** Nobody comes by it. */
  readonly isUnreached: boolean;
}

/** A way between two boxes. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** The field of the way, which words are made of. */
  readonly field: string;
  /** An SVG path. */
  readonly path: string;
  /** Where its words stand. */
  readonly x: number;
  readonly y: number;
}

/** A flow as boxes and arrows, in units of its own picture. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

export const box = { width: 168, height: 46 };
const gap = { x: 28, y: 58 };

/**
 * Lays a flow out in rows, a step below everything that leads on to it. The drawing holds no measure of any screen: it is
 * scaled to the room there is.
 */
export function drawFlow(steps: FlowSteps): Drawing {
  const order = stepsInOrder(steps);
  const rowOf = rowsOf(steps);
  const deepest = Math.max(0, ...rowOf.values());
  const rows = Map.groupBy(order, (name) => rowOf.get(name) ?? deepest + 1);
  const widest = Math.max(...[...rows.values()].map(({ length }) => length));
  const width = widest * box.width + (widest - 1) * gap.x + 2 * gap.x;
  const boxes = [...rows].flatMap(([row, names]) =>
    names.map((name, nth) => ({
      name,
      number: order.indexOf(name) + 1,
      x: (width - names.length * box.width - (names.length - 1) * gap.x) / 2 + nth * (box.width + gap.x),
      y: row * (box.height + gap.y) + 4,
      isUnreached: !rowOf.has(name),
    })),
  );
  const byName = new Map(boxes.map((one) => [one.name, one]));
  const arrows = boxes.flatMap((from) => {
    const step = steps.all[from.name];
    const ways = step === undefined ? [] : waysOf(step);
    return ways.flatMap(({ field, next }, nth) => {
      const to = byName.get(next);
      return to === undefined ? [] : arrowOf({ from, to, field, nth, of: ways.length });
    });
  });
  return { width, height: Math.max(...boxes.map(({ y }) => y)) + box.height + gap.y / 2, boxes, arrows };
}

interface Span {
  readonly from: Box;
  readonly to: Box;
  readonly field: string;
  /** Which of the step's ways it is, and of how many: they leave side by side. */
  readonly nth: number;
  readonly of: number;
}

/** From the lower edge of one box to the upper edge of another; a way back goes round by the left. */
function arrowOf({ from, to, field, nth, of }: Span): Arrow {
  const x = from.x + (box.width * (nth + 1)) / (of + 1);
  const y = from.y + box.height;
  const [middle, bend] = [to.x + box.width / 2, gap.y * 0.6];
  const down = `M${x} ${y} C${x} ${y + bend} ${middle} ${to.y - bend} ${middle} ${to.y}`;
  const side = { x: Math.min(from.x, to.x) - gap.x * 0.75, y: to.y + box.height / 2 };
  const back = `M${x} ${y} C${x} ${y + bend} ${side.x} ${y + bend} ${side.x} ${from.y} S${side.x} ${side.y} ${to.x} ${side.y}`;
  return { from: from.name, to: to.name, field, path: to.y > from.y ? down : back, x: x + 6, y: y + 16 };
}
