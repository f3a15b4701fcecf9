import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { PlaceLawShown, RuleSetShown } from "../shapes/place-law.ts";

const NamedPlace = z.object({ place: z.string(), name: z.string() });

/** Every place with a rule, answered for one business. */
export const RecordingPlaces = z
  .object({
    ruleSet: RuleSetShown,
    business: z
      .array(NamedPlace)
      .describe("The places the answers are for. Without any, each place is answered as if the business were there."),
    places: z.array(PlaceLawShown),
    withoutRule: z.array(NamedPlace).describe("Countries whose law is not known: a caller there counts as strict."),
    footnote: z.string(),
  })
  .meta({ id: "RecordingPlaces" });
export type RecordingPlaces = z.infer<typeof RecordingPlaces>;

/** The map: what each place asks for, and what it means for this business. */
export const listRecordingPlaces = defineEndpoint({
  method: "GET",
  path: "/v1/recording-consent/places",
  name: "listRecordingPlaces",
  summary: "Every place with a rule, and the answer for a caller there",
  scope: "calls:read",
  query: z.object({
    business: z
      .string()
      .max(1000)
      .optional()
      .describe("Places of business as ISO 3166 codes with commas: `US-TX,US-CA`; absent: the account's own."),
  }),
  status: 200,
  response: RecordingPlaces,
  whole: "the places of the law",
  problems: ["business_place_missing", "jurisdiction_unknown"],
});
