import { expect, test } from "vitest";
import { drawPeaks, peaksOf } from "./peaks-of.ts";

test("each part shows its loudest moment, measured by the loudest of all", () => {
  expect(peaksOf(Float32Array.from([0.1, -0.5, 0.25, 0, 0, 0]), 3)).toEqual([1, 0.5, 0]);
  expect(peaksOf(Float32Array.from([0.001, -0.002]), 2)).toEqual([0, 0]);
  expect(peaksOf(new Float32Array(0), 2)).toEqual([0, 0]);
});

test("one voice is drawn above the middle and the other below it", () => {
  expect(drawPeaks([1, 0], 20, true)).toBe("M0.15 20v-19h.7v19zM1.15 20v-0.5h.7v0.5z");
  expect(drawPeaks([0.5], 20, false)).toBe("M0.15 20v9.5h.7v-9.5z");
});
