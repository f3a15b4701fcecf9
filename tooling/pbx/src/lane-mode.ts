import { afterAll, beforeAll, describe, test } from "vitest";
import { bringEngine, type Engine } from "./debian/bring-engine.ts";
import { openLane, type Lane } from "./lane.ts";

/** True in `npm run test:pbx` and `npm run test:all`: every case runs and nothing may be skipped. */
const runsEveryCase = process.env["RINGTRAIL_TEST_ALL"] === "1";

/** Which runs a group of cases belongs to. */
export type When = "always" | "every case";

/** What a group's cases work with. */
export interface LaneTests {
  /** The lane; open once the first test runs. */
  readonly lane: () => Lane;
  /** A case that needs stereo recording and reports while a call goes on: Asterisk 18 or newer. */
  readonly newer: typeof test;
}

/**
 * A group of cases on a lane of its own. Where no Asterisk can be had, or the run is the short one, one line says what
 * is skipped and one skipped test stands for it.
 *
 * @throws where every case must run and no Asterisk can be had.
 */
export async function describeCalls(name: string, when: When, cases: (tests: LaneTests) => void): Promise<void> {
  if (when === "every case" && !runsEveryCase) {
    skip(name, "npm run test:pbx runs it");
    return;
  }
  const engine = await bringEngine();
  if (typeof engine === "string") {
    if (runsEveryCase) throw new Error(`No Asterisk can be had, and this run may skip nothing: ${engine}`);
    skip(name, `no Asterisk can be had here (${engine})`);
    return;
  }
  console.log(`Asterisk ${engine.version} (Debian ${engine.suite})`);
  if (engine.major < 18) console.log(`Asterisk ${engine.version} cannot do the cases that record: they do not run`);
  describe(name, () => {
    let lane: Lane | undefined;
    beforeAll(async () => {
      lane = await openLane(engine);
    });
    afterAll(() => lane?.stop());
    cases({ lane: () => opened(lane), newer: isNew(engine) ? test : leftOut });
  });
}

function isNew({ major }: Engine): boolean {
  return major >= 18;
}

/** An old Asterisk's missing cases are no skipped tests: they are not there, and a line has said so. */
const leftOut = (() => undefined) as unknown as typeof test;

function opened(lane: Lane | undefined): Lane {
  if (lane === undefined) throw new Error("the lane is not open");
  return lane;
}

function skip(name: string, why: string): void {
  console.log(`SKIP ${name}: ${why}`);
  test.runIf(false)(name, () => undefined);
}
