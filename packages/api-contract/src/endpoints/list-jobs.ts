import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { DeadJobShown, QueueShown } from "../shapes/job-state.ts";

/** The work behind the answers: how much waits, and what was given up. */
export const JobList = z
  .object({ queues: z.array(QueueShown), dead: z.array(DeadJobShown).describe("Newest first, at most 100.") })
  .meta({ id: "JobList" });
export type JobList = z.infer<typeof JobList>;

/** The queues and the jobs that were given up. */
export const listJobs = defineEndpoint({
  method: "GET",
  path: "/v1/jobs",
  name: "listJobs",
  summary: "The server's queues, and the account's jobs that were given up",
  scope: "jobs:read",
  status: 200,
  response: JobList,
  whole: "the queues there are, and at most 100 jobs that were given up",
  problems: [],
});
