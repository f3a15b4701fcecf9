import { z } from "zod";
import { Moment } from "./moment.ts";

/**
 * The data of a server-sent event named `call`: this call changed, read it again. The event's id is named in
 * `Last-Event-ID` when the stream is opened anew. An event named `missed` has no data: read everything again.
 */
export const LiveEvent = z
  .object({
    kind: z.enum(["call_rang", "call_matched", "call_changed", "recording_stored"]),
    call: z.uuid(),
    at: Moment,
  })
  .meta({ id: "LiveEvent" });
export type LiveEvent = z.infer<typeof LiveEvent>;
