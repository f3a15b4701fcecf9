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
  })
  .meta({ id: "Newcomer" });
export type NewcomerNamed = z.infer<typeof NewcomerNamed>;

const problems = ["call_unknown", "call_not_recording", "carrier_unreachable"] as const;

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

/** Says that they were told of the recording: it goes on when nothing else keeps it. */
export const tellNewcomer = defineEndpoint({
  method: "POST",
  path: "/v1/calls/{id}/newcomers/told",
  name: "tellNewcomer",
  summary: "Say that somebody who joined was told of the recording",
  scope: "calls:write",
  params: IdParams,
  body: NewcomerNamed,
  status: 200,
  response: RecordingRest,
  problems,
});
