import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";

/** Whether a call's recording rests now. */
export const RecordingRest = z
  .object({
    isPaused: z
      .boolean()
      .describe("True also after a resumption while somebody on the call has not been told of the recording."),
    newcomerLacks: z
      .enum(["yes", "notice_inside", "forbidden"])
      .optional()
      .describe(
        "What the place of whoever was just told wants besides: a yes of their own, the notice inside the recording (which rested), or no recording at all. The recording rests on.",
      ),
  })
  .meta({ id: "RecordingRest" });
export type RecordingRest = z.infer<typeof RecordingRest>;

const problems = ["call_unknown", "call_not_recording", "carrier_unreachable"] as const;

/** Lets the recording of a running call rest, for example while a payment card is read out. */
export const pauseRecording = defineEndpoint({
  method: "POST",
  path: "/v1/calls/{id}/recording/pause",
  name: "pauseRecording",
  summary: "Pause the recording of a running call",
  scope: "calls:write",
  params: IdParams,
  status: 200,
  response: RecordingRest,
  problems,
});

/** Lets the recording of a running call go on. */
export const resumeRecording = defineEndpoint({
  method: "POST",
  path: "/v1/calls/{id}/recording/resume",
  name: "resumeRecording",
  summary: "Let a paused recording go on",
  scope: "calls:write",
  params: IdParams,
  status: 200,
  response: RecordingRest,
  problems,
});
