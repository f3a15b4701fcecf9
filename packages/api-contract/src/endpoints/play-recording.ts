import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";

/** The sound of a recording. */
export const playRecording = defineEndpoint({
  method: "GET",
  path: "/v1/recordings/{id}/audio",
  name: "playRecording",
  summary: "The sound of a recording, whole or in ranges",
  scope: "signed-link",
  params: IdParams,
  query: z.object({
    account: z.uuid(),
    by: z.string().max(200).describe("Who asked for the link."),
    expires: z.coerce.number().int().describe("Seconds since 1970."),
    signature: z.string().max(100),
  }),
  status: 200,
  mediaType: "audio/wav",
  problems: ["link_invalid", "link_expired", "recording_unknown", "range_unsatisfiable"],
});
