import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
import { RecordingRest } from "./pause-recording.ts";

/** Somebody who is let into a call. */
export const NewcomerNamed = z
  .strictObject({
    who: z
      .string()
      .trim()
      .min(1)
      .max(64)
      .describe(
        "A name of your own for them, the same when they are told: an extension, a user. It stands in the proof.",
      ),
    place: z
      .string()
      .min(2)
      .max(8)
      .optional()
      .describe("Where they are, an ISO 3166 code: `US-TX`, `DE`. Absent: unknown, which counts as strict."),
  })
  .meta({ id: "Newcomer" });
export type NewcomerNamed = z.infer<typeof NewcomerNamed>;

/** Somebody who was told of the recording. */
export const NewcomerTold = NewcomerNamed.extend({
  agreed: z.boolean().optional().describe("They said yes to being recorded: some places want that."),
}).meta({ id: "NewcomerTold" });
export type NewcomerTold = z.infer<typeof NewcomerTold>;

const problems = ["call_unknown", "call_not_recording", "carrier_unreachable", "jurisdiction_unknown"] as const;

/** Says that somebody is being let into a running call: its recording rests until they were told of it. */
export const announceNewcomer = defineEndpoint({
  method: "POST",
  path: "/v1/calls/{id}/newcomers",
  name: "announceNewcomer",
  summary: "Say that somebody joins a running call; its recording rests until they were told",
  scope: "calls:write",
  params: IdParams,
  body: NewcomerNamed,
  status: 200,
  response: RecordingRest,
  problems,
});

/** Says that they were told of the recording: it goes on when nothing else keeps it and their place wants no more. */
export const tellNewcomer = defineEndpoint({
  method: "POST",
  path: "/v1/calls/{id}/newcomers/told",
  name: "tellNewcomer",
  summary: "Say that somebody who joined was told of the recording",
  scope: "calls:write",
  params: IdParams,
  body: NewcomerTold,
  status: 200,
  response: RecordingRest,
  problems,
});
