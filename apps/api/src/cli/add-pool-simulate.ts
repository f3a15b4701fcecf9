import type { Command } from "commander";
import { minute } from "@ringtrail/core";
import { expectedQuality } from "@ringtrail/core/attribution";
import { parseAmount } from "./parse-amount.ts";
import { parseCount } from "./parse-count.ts";

interface SimulateOptions {
  readonly visitsPerHour: number;
  readonly stay: number;
  readonly grace: number;
  readonly numbers: number;
  readonly seed: number;
  readonly single?: boolean;
}

const help = `
Prints {"calls","accuracy","ece","totalsError"}: how many calls were tried, the share whose most probable answer was
right, how far the confidence is from how often it was right, and which part of all calls is credited to a wrong channel.
The world is the one we assume when nothing is known of a site; how good a real site's answers are depends on how soon
its people call.

Example:
  ringtrail pool simulate --visits-per-hour 60 --stay 4 --grace 5 --numbers 12 --seed 1`;

/** `ringtrail pool simulate`: how sure calls would be with a pool of this size. */
export function addPoolSimulate(pool: Command): void {
  pool
    .command("simulate")
    .description("let visits borrow from a pool of this size and call, and say how well the calls are attributed")
    .requiredOption("--visits-per-hour <visits>", "how many visits begin in an hour", parseAmount(0.1, 10_000))
    .requiredOption("--stay <minutes>", "how long a visit stays on average", parseAmount(0.1, 1_440))
    .requiredOption("--grace <minutes>", "how long its number is kept after it", parseAmount(0, 1_440))
    .requiredOption("--numbers <count>", "how many numbers the pool has", parseCount(1, 5_000))
    .option("--loss <share>", "what may be lost at most; only `pool size` asks for it", parseAmount(0, 1))
    .option("--seed <number>", "the same seed gives the same answer", parseCount(0, 999_999_999), 1)
    .option("--single", "one pool for all sources instead of a slice for each")
    .addHelpText("after", help)
    .action(({ visitsPerHour, stay, grace, numbers, seed, single }: SimulateOptions) => {
      const { calls, accuracy, ece, totalsError } = expectedQuality({
        numbers,
        visitsPerHour,
        stayMs: stay * minute,
        graceMs: grace * minute,
        isPartitioned: single !== true,
        seed,
      });
      console.log(JSON.stringify({ calls, accuracy, ece, totalsError }));
    });
}
