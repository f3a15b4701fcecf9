import { z } from "zod";
import { Means } from "./means.ts";

/** An owner's answer for a place in stead of the law's. */
export const NewOverride = z
  .strictObject({
    place: z.string().min(2).max(8).describe("An ISO 3166 code that has a rule of its own: `US-TX`, `DE`."),
    phone: Means.optional().describe("What a telephone call needs."),
    video: Means.optional().describe("What a video call needs."),
    reason: z.string().trim().min(1).max(500),
    author: z.string().trim().min(1).max(200).describe("Who decided it: a person's name."),
    date: z.iso.date().describe("The day it was decided: `2026-11-24`."),
  })
  .meta({ id: "NewOverride" });
export type NewOverride = z.infer<typeof NewOverride>;

/** One as it is in force, with what the law says without it. */
export const OwnerOverride = NewOverride.extend({
  name: z.string().describe("The place in English words."),
  lawPhone: Means.describe("What the law asks for a telephone call."),
  lawVideo: Means,
}).meta({ id: "OwnerOverride" });
export type OwnerOverride = z.infer<typeof OwnerOverride>;

/** Every override in force. */
export const OverrideList = z
  .object({
    overrides: z.array(OwnerOverride),
    mayChange: z
      .boolean()
      .describe(
        "False where several accounts share this server: its overrides hold for all of them, so no account may change them.",
      ),
  })
  .meta({ id: "OverrideList" });
export type OverrideList = z.infer<typeof OverrideList>;
