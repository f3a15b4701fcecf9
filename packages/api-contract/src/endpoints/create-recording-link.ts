import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
import { Moment } from "../shapes/moment.ts";

/** A link that plays one recording for a short while, without further sign-in. */
export const RecordingLink = z
  .object({ url: z.string().describe("Absolute. Keep it secret: whoever has it can listen."), expiresAt: Moment })
  .meta({ id: "RecordingLink" });
export type RecordingLink = z.infer<typeof RecordingLink>;

/** Makes a link to a recording. */
export const createRecordingLink = defineEndpoint({
  method: "POST",
  path: "/v1/recordings/{id}/links",
  name: "createRecordingLink",
  summary: "A link that plays the recording for at most five minutes",
  scope: "recordings:play",
  params: IdParams,
  status: 201,
  response: RecordingLink,
  problems: ["recording_unknown"],
});
