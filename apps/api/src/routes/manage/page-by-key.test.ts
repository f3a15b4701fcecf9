import fc from "fast-check";
import { expect, test } from "vitest";
import { pageByKey } from "./page-by-key.ts";

const keyOf = (item: string): string => item;

test("page after page every item comes once and in order, whatever the limit", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), fc.integer({ min: 1, max: 7 }), (all, limit) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = pageByKey(all, keyOf, { cursor, limit });
        if (!page.ok) throw new Error("a cursor of ours was refused");
        expect(page.value.items.length).toBeLessThanOrEqual(limit);
        seen.push(...page.value.items);
        cursor = page.value.next;
      } while (cursor !== undefined);
      expect(seen).toEqual(all.toSorted((a, b) => (a < b ? -1 : 1)));
    }),
  );
});

test("an item that is taken away between two pages moves no other, and a cursor of nobody's is refused", () => {
  const first = pageByKey(["a", "b", "c", "d"], keyOf, { limit: 2 });
  const cursor = first.ok ? first.value.next : undefined;
  expect(pageByKey(["a", "c", "d"], keyOf, { cursor, limit: 2 })).toMatchObject({ value: { items: ["c", "d"] } });
  expect(pageByKey(["a"], keyOf, { cursor: "no cursor!", limit: 2 })).toMatchObject({ ok: false });
  expect(pageByKey(["b", "a"], keyOf, { limit: 2 })).toEqual({ ok: true, value: { items: ["a", "b"] } });
});
