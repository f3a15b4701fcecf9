import { z } from "zod";
import { Moment, Probability } from "./moment.ts";

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
    lossProbability: Probability.optional().describe("How likely a visit finds no number of its own, once measured."),
    numbers: z.array(NumberShown),
  })
  .meta({ id: "PoolState" });
export type PoolState = z.infer<typeof PoolState>;
