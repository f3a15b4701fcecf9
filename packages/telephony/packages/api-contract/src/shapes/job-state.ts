import { z } from "zod";
import { Time } from "./paging.ts";

/** One queue of background work. */
export const QueueShape = z
  .object({
    kind: z.string(),
    waiting: z.number().int(),
    running: z.number().int(),
    retrying: z.number().int(),
    dead: z.number().int(),
  })
  .meta({ id: "Queue" });

/** A job that was given up after its last attempt. */
export const DeadJobShape = z
  .object({ id: z.string(), kind: z.string(), call: z.uuid().optional(), why: z.string(), attempts: z.number().int(), at: Time })
  .meta({ id: "DeadJob" });
