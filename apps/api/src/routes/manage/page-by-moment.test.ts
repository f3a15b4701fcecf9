import { instant, type Instant } from "@ringtrail/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pageByMoment } from "./page-by-moment.ts";

interface Thing {
  readonly id: number;
  readonly at: Instant;
}
const before = instant(1_000);

/** A store that reads newest first, those of one moment by their id. */
const storeOf = (things: readonly Thing[]) => async (until: Instant, limit: number) =>
  things
    .filter(({ at }) => at < until)
    .toSorted((a, b) => b.at - a.at || a.id - b.id)
    .slice(0, limit);

test("page after page everything comes once, however many happened at one moment", async () => {
  const moments = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(moments, fc.integer({ min: 1, max: 4 }), async (at, limit) => {
      const things = at.map((moment, id) => ({ id, at: instant(moment) }));
      const read = storeOf(things);
      const seen: Thing[] = [];
      let cursor: string | undefined;
      do {
        const page = await pageByMoment({ cursor, limit, before }, read, (thing) => thing.at);
        if (!page.ok) throw new Error("a cursor of ours was refused");
        expect(page.value.items.length).toBeLessThanOrEqual(limit);
        seen.push(...page.value.items);
        cursor = page.value.next;
      } while (cursor !== undefined);
      expect(seen).toEqual(await read(before, things.length));
    }),
  );
});

test("a cursor of nobody's is refused", async () => {
  expect(await pageByMoment({ cursor: "x", limit: 1, before }, storeOf([]), (thing) => thing.at)).toMatchObject({
    reason: { code: "cursor_malformed" },
  });
});
