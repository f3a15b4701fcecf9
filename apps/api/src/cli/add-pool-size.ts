import type { Command } from "commander";
import { minute } from "@ringtrail/core";
import { sizeAccuracy } from "@ringtrail/core/attribution";
import { judgeSize, sizePool, type PoolDemand, type PoolSize } from "@ringtrail/core/number-pool";
import { CommandFailure } from "./output.ts";
import { parseAmount } from "./parse-amount.ts";
import { parseCount } from "./parse-count.ts";

interface SizeOptions {
  readonly visitsPerHour: number;
  readonly stay: number;
  readonly grace: number;
  readonly rest: number;
  readonly loss: number;
  readonly numbers?: number;
  readonly price?: number;
  readonly single?: boolean;
}

/** `ringtrail pool size`: how many numbers a site needs, before any is bought. */
export function addPoolSize(pool: Command): void {
  pool
    .command("size")
    .description("how many numbers a site needs, what they lose and how much they know, as JSON")
    .requiredOption(
      "--visits-per-hour <count>",
      "visits in the busy hour that stay for longer than a glance",
      parseAmount(0, 1e6),
    )
    .requiredOption("--stay <minutes>", "how long a visit stays", parseAmount(0, 1_440))
    .option("--grace <minutes>", "how long its number stays with it after that", parseAmount(0, 1e6), 5)
    .option(
      "--rest <minutes>",
      "how long a number may then not be lent; in Ringtrail rest bars nothing",
      parseAmount(0, 1e6),
      0,
    )
    .option("--loss <share>", "the share of visits that may find no number of their own", parseAmount(1e-9, 1), 0.01)
    .option("--numbers <count>", "tell of this many numbers instead of looking for them", parseCount(0, 100_000))
    .option("--price <amount>", "what the carrier asks for a number a month", parseAmount(0, 1e6))
    .option("--single", "one pool for all sources instead of a slice for each")
    .addHelpText(
      "after",
      "\nThe accuracy is how often a call's most probable answer is right, as `pool simulate` finds it on 500 calls." +
        "\n\nExamples:\n  ringtrail pool size --visits-per-hour 60 --stay 4 --grace 5 --loss 0.01" +
        "\n  ringtrail pool size --visits-per-hour 60 --stay 4 --numbers 10 --price 1.15",
    )
    .action((options: SizeOptions) => {
      const demand = demandOf(options);
      const { numbers, loss, offeredLoad } = chooseSize(demand, options);
      const { price, single } = options;
      const accuracy = sizeAccuracy(numbers, demand, single !== true);
      const cost = price === undefined ? {} : { monthlyCost: Math.round(numbers * price * 100) / 100 };
      console.log(JSON.stringify({ numbers, loss, offeredLoad, accuracy, ...cost }));
    });
}

function demandOf({ visitsPerHour, stay, grace, rest }: SizeOptions): PoolDemand {
  return { visitsPerHour, stayMs: stay * minute, graceMs: grace * minute, restMs: rest * minute };
}

function chooseSize(demand: PoolDemand, { loss, numbers }: SizeOptions): PoolSize {
  const size = numbers === undefined ? sizePool(demand, loss) : judgeSize(numbers, demand);
  if (size !== undefined) return size;
  throw new CommandFailure("pool_too_large", "More than 100,000 numbers would be needed.", "Allow a larger --loss.");
}
