import { test, type TestFunction } from "vitest";

/** True in `npm run test:all`, where the long lanes run and nothing may be skipped. */
export const runsLongLanes = process.env["RINGTRAIL_TEST_ALL"] === "1";

/** A test of the long lane: runs in `npm run test:all`, else prints one line and is counted as skipped. */
export function longTest(promise: string, run: TestFunction, timeoutMs: number): void {
  if (!runsLongLanes) console.log(`SKIP (npm run test:all runs it): ${promise}`);
  test.runIf(runsLongLanes)(promise, run, timeoutMs);
}
