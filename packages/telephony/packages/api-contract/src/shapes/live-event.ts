import { z } from "zod";
import { Time } from "./paging.ts";

/** The data of one server-sent event of `GET /v1/live`: what changed. Read the call again to see it. */
export const LiveEvent = z
  .object({
    kind: z.enum(["call_rang", "call_matched", "call_changed", "recording_stored", "missed"]),
    /** Absent when `kind` is `missed`: events were lost, so everything must be read again. */
    call: z.uuid().optional(),
    at: Time.optional(),
  })
  .meta({ id: "LiveEvent" });
export type LiveEvent = z.infer<typeof LiveEvent>;
