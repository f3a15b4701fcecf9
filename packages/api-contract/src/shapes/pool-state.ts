import { z } from "zod";
import { Moment, Probability } from "./moment.ts";
import { MonthlyPriceShown } from "./rented-number.ts";

/** One number and where it is in its life now. */
export const NumberShown = z
  .object({
    id: z.uuid(),
    e164: z.string(),
    slice: z.string().describe("The channel it serves, or `any`."),
    state: z
      .enum(["provisional", "active", "grace", "resting", "free", "source"])
      .describe("`source`: it stands for one source and is never lent."),
    until: Moment.optional().describe("When the lease ends without a sign of life; only while it is lent."),
    sharers: z.number().int().nonnegative().describe("Live visits that were shown it besides its holder."),
  })
  .meta({ id: "NumberState" });
export type NumberShown = z.infer<typeof NumberShown>;

/** What visits asked of a pool at its busiest hour of the last seven days. */
export const PoolDemandShown = z
  .object({
    busyHour: Moment.describe("When that hour began."),
    visitsPerHour: z.number().nonnegative().describe("Visits that came in it and gave a sign of life."),
    stayMs: z.number().nonnegative().describe("How long a visit stays, on average over the seven days."),
    offeredLoad: z.number().nonnegative().describe("Numbers held at once if there were enough, in erlangs."),
    isNearlyFull: z.boolean().describe("The offered load is three quarters of the numbers or more."),
  })
  .meta({ id: "PoolDemand" });

/** What a pool of so many numbers would do for its demand. */
export const PoolSizeShown = z
  .object({
    numbers: z.number().int().nonnegative(),
    loss: Probability.describe("The share of visits that find every number held (Erlang B)."),
    accuracy: Probability.optional().describe(
      "How often a call's most probable answer is right, by the built-in simulator; absent while it is worked out.",
    ),
    monthly: MonthlyPriceShown.optional().describe(
      "What so many numbers cost a month at the mean rent of the pool's; absent where no rent is known.",
    ),
  })
  .meta({ id: "PoolSize" });

/** A pool and its numbers now. */
export const PoolState = z
  .object({
    id: z.uuid(),
    site: z.uuid(),
    name: z.string().describe("The label of the target number the pool stands in for."),
    target: z.object({ id: z.uuid(), e164: z.string() }),
    exclusive: z.boolean().describe("Two live visits never share a number."),
    provisionalMs: z.number().int(),
    graceMs: z.number().int(),
    restMs: z.number().int(),
    lossProbability: Probability.optional().describe(
      "The share of visits that find no number of their own at the busy hour, once measured.",
    ),
    nearlyFullSince: Moment.optional().describe(
      "Since when its owners know that its load passed three quarters of its numbers; absent while there is room.",
    ),
    demand: PoolDemandShown.optional().describe("Absent until a visit came."),
    sizes: z
      .array(PoolSizeShown)
      .optional()
      .describe("What the pool's demand would meet with the numbers of now and with others, fewest first."),
    numbers: z.array(NumberShown),
  })
  .meta({ id: "PoolState" });
export type PoolState = z.infer<typeof PoolState>;
