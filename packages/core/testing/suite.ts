import { afterAll, beforeAll, describe } from "vitest";
import type { MakeWorld, World } from "./world.ts";

/**
 * Runs a suite's tests in one world, made before the first and closed after the last. Each test seeds a shop of its
 * own, so the tests of a suite also show that accounts do not see each other.
 */
export function inWorld(name: string, makeWorld: MakeWorld, tests: (world: () => World) => void): void {
  describe(name, () => {
    let world: World | undefined;
    beforeAll(async () => {
      world = await makeWorld();
    }, 120_000);
    afterAll(async () => await world?.close(), 60_000);
    tests(() => {
      if (world === undefined) throw new Error("The world is made before the first test.");
      return world;
    });
  });
}
