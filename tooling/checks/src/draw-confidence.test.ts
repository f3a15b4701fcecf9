import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { drawConfidence } from "./draw-confidence.ts";
import { longTest } from "./long-lane.ts";

longTest(
  "the pictures of the guide to confidence are what simulated calls say today",
  () => {
    for (const [file, svg] of Object.entries(drawConfidence())) {
      expect(readFileSync(new URL(`../../../docs/guides/${file}`, import.meta.url), "utf8"), file).toBe(svg);
    }
  },
  600_000,
);
