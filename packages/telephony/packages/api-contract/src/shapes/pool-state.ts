import { z } from "zod";
import { Time } from "./paging.ts";

/** One number of a pool, now. */
export const NumberShape = z
  .object({
    id: z.uuid(),
    e164: z.string(),
    slice: z.string().describe("The channel whose visits may borrow it, or `any`."),
    state: z.enum(["provisional", "active", "grace", "resting", "free", "source"]),
    until: Time.optional(),
    sharers: z.number().int().nonnegative().describe("Live visits that were shown it besides its holder."),
  })
  .meta({ id: "NumberState" });

/** A pool with every number's state now. */
export const PoolState = z
  .object({
    id: z.uuid(),
    site: z.uuid(),
    name: z.string(),
    target: z.string().describe("The business's own number, in E.164."),
    exclusive: z.boolean(),
    /** Erlang B at the load of this moment: the chance that the next visit finds no number of its own. */
    lossProbability: z.number().min(0).max(1).optional(),
    numbers: z.array(NumberShape),
  })
  .meta({ id: "PoolState" });
export type PoolState = z.infer<typeof PoolState>;
