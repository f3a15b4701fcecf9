import { test } from "vitest";
import { bringEngine, type Engine } from "./debian/bring-engine.ts";

/** True in `npm run test:pbx` and `npm run test:all`: every case runs and nothing may be skipped. */
export const runsEveryCase = process.env["RINGTRAIL_TEST_ALL"] === "1";

/**
 * The engine of this run, its version printed. Undefined where none can be had and none must be: then one line says
 * so, and one skipped test stands for the lane.
 *
 * @throws where every case must run.
 */
export async function engineOfRun(): Promise<Engine | undefined> {
  const engine = await bringEngine();
  if (typeof engine !== "string") {
    console.log(`Asterisk ${engine.version} (${engine.suite})${engine.major < 18 ? `: ${tooOld}` : ""}`);
    return engine;
  }
  if (runsEveryCase) throw new Error(`No Asterisk can be had, and this run may skip nothing: ${engine}`);
  console.log(`SKIP real calls: no Asterisk can be had here (${engine})`);
  test.runIf(false)("real calls through a real Asterisk", () => undefined);
  return undefined;
}

/** What Asterisk 16 lacks: MixMonitor's stereo option and Originate that waits for nobody. */
const tooOld = "it cannot do the cases that record, nor report while a call goes on";
