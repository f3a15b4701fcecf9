import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";

/** Puts a job that was given up back into its queue. */
export const retryJob = defineEndpoint({
  method: "POST",
  path: "/v1/jobs/{id}/retries",
  name: "retryJob",
  summary: "Try a job again that was given up",
  scope: "jobs:write",
  params: z.object({ id: z.string().min(1).max(100) }),
  status: 204,
  problems: ["job_unknown"],
});
