import { expect, test } from "vitest";
import { aPool } from "../../testing/sample-pool.ts";
import { adviseSize } from "./size-advice.ts";

const pool = aPool(new Date());
const owning = (count: number) => ({ ...pool, numbers: pool.numbers.slice(0, count) });

test.each([
  [6, "add", 2],
  [8, "enough", undefined],
] as const)("%d numbers where eight turn away one visit in twenty or fewer: %s", (count, kind, numbers) => {
  expect(adviseSize(owning(count))).toMatchObject({ kind, ...(numbers === undefined ? {} : { numbers }) });
});

test("more numbers than needed can be spared, and the largest size is advised where none is good enough", () => {
  const sizes = [
    { numbers: 2, loss: 0.4 },
    { numbers: 4, loss: 0.2 },
  ];
  expect(adviseSize({ ...owning(8), sizes: [{ numbers: 4, loss: 0.01 }] })).toMatchObject({
    kind: "spare",
    numbers: 4,
  });
  expect(adviseSize({ ...owning(2), sizes })).toMatchObject({ kind: "add", numbers: 2, to: { numbers: 4 } });
  expect(adviseSize({ numbers: [], sizes: undefined })).toBeUndefined();
});
