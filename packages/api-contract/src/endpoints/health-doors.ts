import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { QueueShown } from "../shapes/job-state.ts";

/** The process lives. */
export const Health = z.object({ status: z.literal("alive"), version: z.string() }).meta({ id: "Health" });
export type Health = z.infer<typeof Health>;

/** Whether the server can do its work, part by part. */
export const Readiness = z
  .object({
    status: z.enum(["ready", "not_ready"]),
    version: z.string(),
    checks: z.object({
      database: z.enum(["ready", "down"]),
      jobs: z.enum(["ready", "down"]),
      ruleSet: z
        .enum(["ready", "refused", "missing"])
        .describe("`refused`: the last good rule set stands in. Not `ready` means that every call is announced."),
      pbx: z
        .enum(["ready", "connecting", "silent", "gone", "refused"])
        .optional()
        .describe(
          "Your own PBX over ARI, the worst of several; absent without one. `silent`: it hangs. No call needs it.",
        ),
    }),
    queues: z.array(QueueShown).optional().describe("Absent while the database is down."),
    ruleSet: z.object({ name: z.string(), version: z.string(), hash: z.string() }).optional(),
    ruleSetRefused: z
      .object({ code: z.string(), where: z.string() })
      .optional()
      .describe("Why the rule set that was meant to be in force is not, and where it is wrong."),
  })
  .meta({ id: "Readiness" });
export type Readiness = z.infer<typeof Readiness>;

/** Alive? For whatever restarts processes. */
export const getHealth = defineEndpoint({
  method: "GET",
  path: "/healthz",
  name: "getHealth",
  summary: "Whether the process lives",
  scope: "public",
  status: 200,
  response: Health,
  problems: [],
});

/** Ready? For whatever sends traffic. */
export const getReadiness = defineEndpoint({
  method: "GET",
  path: "/readyz",
  name: "getReadiness",
  summary: "Whether the server can do its work, part by part; 503 with the same shape when it cannot",
  scope: "public",
  status: 200,
  response: Readiness,
  whole: "the queues there are",
  problems: [],
});
