import type { FetchRecording, JobQueue } from "../src/jobs/job-queue.ts";

/** A queue that only remembers what it was asked to do. */
export interface MemoryQueue extends JobQueue {
  readonly asked: readonly FetchRecording[];
}

/** Makes an empty queue. */
export function memoryQueue(): MemoryQueue {
  const asked: FetchRecording[] = [];
  return {
    asked,
    fetchRecording: async (job) => {
      if (!asked.some((known) => known.call === job.call && known.at.ref === job.at.ref)) asked.push(job);
    },
    states: async () => [{ kind: "fetch-recording", waiting: asked.length, running: 0, dead: 0 }],
    dead: async () => [],
    retry: async () => false,
    isRunning: () => true,
  };
}
