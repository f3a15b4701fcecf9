import { z } from "zod";
import { NextPage } from "../paging.ts";
import { Moment } from "./moment.ts";

/** What a place is of a number. */
export const PlaceKind = z
  .enum(["declared", "billing"])
  .describe(
    "`declared`: where the people are, which may earn silence; `billing`: where their bills go, which adds strictness.",
  );
export type PlaceKind = z.infer<typeof PlaceKind>;

/** A place of the people behind a number, as somebody declares it. */
export const NewCallerPlace = z
  .strictObject({
    phone: z.string().max(32).describe("E.164."),
    kind: PlaceKind.default("declared"),
    place: z.string().min(2).max(8).describe("An ISO 3166 code: `US-TX`, `DE`."),
    basis: z.string().trim().min(1).max(500).describe("How it is known: the address of a contract, an earlier call."),
  })
  .meta({ id: "NewCallerPlace" });
/** Without a `kind` it says where the people are. */
export type NewCallerPlace = z.input<typeof NewCallerPlace>;

/** A declared place, with who answers for it. */
export const CallerPlaceShown = z
  .object({
    id: z.string().describe("Names the declaration without telling the number."),
    phone: z.string().describe("Masked."),
    kind: PlaceKind,
    place: z.string(),
    name: z.string().describe("The place in English words; its code where the law names it not."),
    basis: z.string(),
    declaredBy: z.string(),
    declaredAt: Moment,
  })
  .meta({ id: "CallerPlace" });
export type CallerPlaceShown = z.infer<typeof CallerPlaceShown>;

/** Every declared place. */
export const CallerPlaceList = NextPage.extend({ places: z.array(CallerPlaceShown) }).meta({ id: "CallerPlaceList" });
export type CallerPlaceList = z.infer<typeof CallerPlaceList>;

/** What became of a file of places. */
export const CallerPlacesKept = z
  .object({
    rows: z.int().describe("Rows of the file that hold anything, its header apart."),
    kept: z.int(),
    problems: z
      .array(
        z.object({
          line: z.int().describe("Counted from 1, as an editor counts."),
          code: z.enum([
            "header_missing",
            "csv_malformed",
            "phone_malformed",
            "kind_unknown",
            "jurisdiction_unknown",
            "basis_missing",
          ]),
          says: z.string(),
        }),
      )
      .describe("The first hundred rows that were not kept, and why."),
    problemCount: z.int(),
  })
  .meta({ id: "CallerPlacesKept" });
export type CallerPlacesKept = z.infer<typeof CallerPlacesKept>;
