import { z } from "zod";
import { Moment } from "./moment.ts";

/** How many jobs of one kind wait (for their first or next attempt), run, and were given up. */
export const QueueShown = z
  .object({
    kind: z.string(),
    waiting: z.number().int().nonnegative(),
    running: z.number().int().nonnegative(),
    dead: z.number().int().nonnegative(),
  })
  .meta({ id: "Queue" });
export type QueueShown = z.infer<typeof QueueShown>;

/** A job that was given up after its last attempt. */
export const DeadJobShown = z
  .object({
    id: z.string(),
    kind: z.string(),
    call: z.uuid().optional(),
    why: z.string().describe("What the last attempt said. Holds no personal data."),
    attempts: z.number().int().nonnegative(),
    at: Moment,
  })
  .meta({ id: "DeadJob" });
export type DeadJobShown = z.infer<typeof DeadJobShown>;
