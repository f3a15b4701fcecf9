import { z } from "zod";
import { CheckedCitation } from "./decision-preview.ts";
import { Means } from "./means.ts";
import { RuleSetShown } from "./place-law.ts";

/** How one place stands in two rule sets. */
export const PlaceChangeShown = z
  .object({
    place: z.string(),
    name: z.string(),
    before: Means.optional().describe("Absent when the earlier set does not speak of the place."),
    after: Means.optional(),
    why: z.string(),
    citations: z.array(CheckedCitation),
  })
  .meta({ id: "PlaceChange" });
export type PlaceChangeShown = z.infer<typeof PlaceChangeShown>;

/** What a later rule set adds to the places that ask for more than silence, takes from them, changes and keeps. */
export const RuleSetDiffShown = z
  .object({
    before: RuleSetShown,
    after: RuleSetShown,
    added: z.array(PlaceChangeShown).describe("Silence was enough and is no longer."),
    removed: z.array(PlaceChangeShown).describe("Silence was not enough and is now."),
    changed: z.array(PlaceChangeShown).describe("More than silence in both, and not the same."),
    kept: z.array(PlaceChangeShown).describe("The same, more than silence."),
    footnote: z.string(),
  })
  .meta({ id: "RuleSetDiff" });
export type RuleSetDiffShown = z.infer<typeof RuleSetDiffShown>;
