import fc from "fast-check";
import { expect, test } from "vitest";

/** The list in which the driver keeps its connections and queries; our patch cuts off the places that were left. */
interface Queue {
  readonly length: number;
  push(one: number): number;
  shift(): number | undefined;
  remove(one: number): number | null;
}

const { default: makeQueue } = (await import(new URL("queue.js", import.meta.resolve("postgres")).href)) as {
  readonly default: () => Queue;
};

const step = fc.oneof(
  fc.record({ does: fc.constant("push" as const), one: fc.nat(20) }),
  fc.record({ does: fc.constant("remove" as const), one: fc.nat(20) }),
  fc.record({ does: fc.constant("shift" as const), one: fc.constant(0) }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

test("the driver's patched list does what a plain one does, however long it is never empty", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      expect(play(makeQueue(), steps)).toEqual(play(plainQueue(), steps));
    }),
  );
});

/** What a list answers to each step, and how long it is then. */
function play(queue: Queue, steps: readonly Step[]): readonly unknown[] {
  return steps.map(({ does, one }) => {
    // The driver asks how many there are before it takes one.
    const told = does === "shift" ? (queue.length > 0 ? queue.shift() : "empty") : queue[does](one);
    return [told, queue.length];
  });
}

function plainQueue(): Queue {
  const list: number[] = [];
  return {
    get length() {
      return list.length;
    },
    push: (one) => (list.push(one), one),
    shift: () => list.shift(),
    remove: (one) => {
      const place = list.indexOf(one);
      return place === -1 ? null : (list.splice(place, 1)[0] ?? null);
    },
  };
}
