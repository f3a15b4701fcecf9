import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRange } from "./parse-range.ts";

test.each([
  ["none", undefined, "whole"],
  ["another unit", "items=0-1", "whole"],
  ["several ranges", "bytes=0-1,3-4", "whole"],
  ["an end before the start", "bytes=5-4", "whole"],
  ["neither end", "bytes=-", "whole"],
  ["the last none", "bytes=-0", "unsatisfiable"],
  ["from behind the end on", "bytes=10-", "unsatisfiable"],
  ["more than there is", "bytes=-99", { start: 0, end: 9 }],
] as const)("%s", (_what, header, range) => {
  expect(parseRange(header, 10)).toEqual(range);
});

test("whatever is asked, a range lies within the file", () => {
  const part = fc.oneof(fc.constant(""), fc.nat({ max: 40 }).map(String));
  fc.assert(
    fc.property(part, part, fc.nat({ max: 30 }), (from, to, size) => {
      const range = parseRange(`bytes=${from}-${to}`, size);
      if (typeof range === "string") return;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.end).toBeGreaterThanOrEqual(range.start);
      expect(range.end).toBeLessThan(size);
    }),
  );
});
