import { expect, test } from "vitest";
import { judge, type Measure } from "./measure.ts";

const latency: Measure = {
  what: "p99",
  unit: "ms",
  budget: 50,
  good: "below",
  measured: 40,
  reference: 2,
  quietReference: 2,
};
const rate: Measure = {
  ...latency,
  unit: "/s",
  budget: 500,
  good: "above",
  measured: 700,
  reference: 4_000,
  quietReference: 4_000,
};

const table: [why: string, measure: Measure, verdict: "ok" | "over" | "unsure"][] = [
  ["within the budget", latency, "ok"],
  ["over by less than noise", { ...latency, measured: 54 }, "ok"],
  ["over by more", { ...latency, measured: 56 }, "over"],
  ["a machine half as fast has twice the time", { ...latency, measured: 100, reference: 4 }, "ok"],
  ["and no more than that", { ...latency, measured: 120, reference: 4 }, "over"],
  ["a machine twice as fast is asked no more", { ...latency, measured: 50, reference: 1 }, "ok"],
  ["fast enough", rate, "ok"],
  ["too slow", { ...rate, measured: 440 }, "over"],
  ["too slow by less than noise", { ...rate, measured: 460 }, "ok"],
  ["a machine that does nothing else in time proves nothing", { ...latency, measured: 900, reference: 9 }, "unsure"],
  ["quick, but some got no answer", { ...latency, failures: 64 }, "over"],
  ["no budget at all, however slow", { ...rate, budget: undefined, measured: 1 }, "ok"],
  ["no budget, and some got no answer", { ...rate, budget: undefined, failures: 1 }, "over"],
  ["slow because everything is", { ...rate, measured: 260, reference: 2_000 }, "ok"],
];

test.each(table)("%s", (_why, measure, verdict) => {
  expect(judge(measure).verdict).toBe(verdict);
});
