import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { ShippedSoundShown, SoundShown } from "../shapes/sound.ts";

/** What can be played in calls. */
export const SoundList = z
  .object({
    sounds: z.array(SoundShown).describe("The account's own, newest first."),
    shipped: z.array(ShippedSoundShown).describe("Every sentence Ringtrail ships, in English and Spanish."),
  })
  .meta({ id: "SoundList" });
export type SoundList = z.infer<typeof SoundList>;

/** Lists sounds. */
export const listSounds = defineEndpoint({
  method: "GET",
  path: "/v1/sounds",
  name: "listSounds",
  summary: "The sounds that can be played in calls, each with a link to hear it",
  scope: "sites:read",
  status: 200,
  response: SoundList,
  whole: "at most 200 sounds of the account, and those that are shipped",
  problems: [],
});

/** Keeps a sound. The same file again answers the sound that is there. */
export const uploadSound = defineEndpoint({
  method: "POST",
  path: "/v1/sounds",
  name: "uploadSound",
  summary: "Upload a WAV or an MP3 to be played in calls; the body is the file",
  scope: "sites:write",
  query: z.object({
    name: z.string().trim().min(1).max(200).describe("The file's name, for people."),
  }),
  upload: {
    mediaTypes: ["audio/wav", "audio/mpeg"],
    alsoCalled: ["audio/x-wav", "audio/wave", "audio/vnd.wave", "audio/mp3", "application/octet-stream"],
    mostBytes: 12 * 1024 * 1024,
  },
  status: 201,
  response: SoundShown,
  problems: ["sound_unreadable", "sound_too_long", "sound_too_short", "sound_silent", "sound_limit_reached"],
});

/** A sound as telephones hear it. */
export const playSound = defineEndpoint({
  method: "GET",
  path: "/v1/sounds/{sha256}/audio",
  name: "playSound",
  summary: "A sound as telephones hear it, whole or in ranges",
  scope: "signed-link",
  params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  query: z.object({
    account: z.uuid().optional().describe("Absent for a sound that Ringtrail ships."),
    expires: z.coerce.number().int().describe("Seconds since 1970."),
    signature: z.string().max(100),
  }),
  status: 200,
  mediaType: "audio/wav",
  problems: ["link_invalid", "link_expired", "range_unsatisfiable"],
});
