import { setTimeout as wait } from "node:timers/promises";
import type { Milliseconds } from "@ringtrail/core";

/** Pages and calls wait no longer than this for work that takes long, which then waits as long for them. */
const sliceMs: Milliseconds = 4;

/** Does work that yields between its steps, a slice at a time, and lets others in between. */
export async function runInSlices<Answer>(steps: Generator<unknown, Answer>): Promise<Answer> {
  for (let until = performance.now() + sliceMs; ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < until) continue;
    await wait(sliceMs);
    until = performance.now() + sliceMs;
  }
}
