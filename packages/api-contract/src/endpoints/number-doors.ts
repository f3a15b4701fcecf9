import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams, NextPage, LongPageQuery } from "../paging.ts";
import { MonthlyPriceShown, OfferedNumberShown, RentedNumberShown } from "../shapes/rented-number.ts";

/** Numbers the account has or had. */
export const NumberList = NextPage.extend({ numbers: z.array(RentedNumberShown) }).meta({ id: "NumberList" });
export type NumberList = z.infer<typeof NumberList>;

/** Numbers for rent. */
export const OfferList = z.object({ offers: z.array(OfferedNumberShown) }).meta({ id: "OfferList" });
export type OfferList = z.infer<typeof OfferList>;

/** What a number is to be for: part of a pool, or a source without page views. */
export const NumberPurpose = z
  .discriminatedUnion("role", [
    z.strictObject({
      role: z.literal("pool"),
      pool: z.uuid(),
      slice: z
        .string()
        .min(1)
        .max(40)
        .optional()
        .describe("The channel it serves, `paid` for every paid one, `any` for all; absent: where it is needed most."),
    }),
    z.strictObject({
      role: z.literal("source"),
      site: z.uuid(),
      kind: z.enum(["google-business-profile", "ad-call-asset", "print", "radio", "other"]),
      name: z.string().trim().max(100).optional().describe("What to call it: `Spring flyer`. Kept as the campaign."),
      target: z.uuid().optional().describe("The target number it stands for; absent: the site's first."),
    }),
  ])
  .meta({ id: "NumberPurpose" });
export type NumberPurpose = z.infer<typeof NumberPurpose>;

/** A number to be rented, or one the carrier's account has already. */
export const NewNumber = z
  .strictObject({
    e164: z.string().max(32),
    connection: z.uuid().optional().describe("Which carrier account; absent: the only one there is."),
    purpose: NumberPurpose,
    monthly: MonthlyPriceShown.optional().describe(
      "The price as the search showed it. Nothing is bought for more: the carrier is asked again first.",
    ),
  })
  .meta({ id: "NewNumber" });
export type NewNumber = z.input<typeof NewNumber>;

const carrierAsked = ["carrier_unreachable", "carrier_keys_refused", "carrier_refused"] as const;
const placed = ["phone_malformed", "connection_unknown", "place_unknown", ...carrierAsked] as const;

export const listNumbers = defineEndpoint({
  method: "GET",
  path: "/v1/numbers",
  name: "listNumbers",
  summary: "Numbers the account has or had, with what they are for and what they cost, page by page by number",
  scope: "numbers:read",
  query: LongPageQuery,
  status: 200,
  response: NumberList,
  problems: ["cursor_malformed"],
});

export const exportNumbers = defineEndpoint({
  method: "GET",
  path: "/v1/numbers.csv",
  name: "exportNumbers",
  summary: "The same as a spreadsheet (CSV, RFC 4180)",
  scope: "numbers:read",
  status: 200,
  mediaType: "text/csv",
  problems: [],
});

export const searchNumbers = defineEndpoint({
  method: "GET",
  path: "/v1/available-numbers",
  name: "searchNumbers",
  summary: "Numbers for rent at the carrier, with their price",
  scope: "numbers:read",
  query: z.object({
    connection: z.uuid().optional().describe("Which carrier account; absent: the only one there is."),
    country: z
      .string()
      .regex(/^[A-Za-z]{2}$/)
      .default("US")
      .describe("ISO 3166."),
    kind: z.enum(["local", "toll_free", "mobile"]).default("local"),
    areaCode: z
      .string()
      .regex(/^\d{3}$/)
      .optional()
      .describe("North America only."),
    locality: z.string().min(1).max(80).optional().describe("The town, as the carrier writes it."),
  }),
  status: 200,
  response: OfferList,
  whole: "one page of the carrier's own search",
  problems: ["connection_unknown", ...carrierAsked],
});

export const buyNumber = defineEndpoint({
  method: "POST",
  path: "/v1/numbers",
  name: "buyNumber",
  summary: "Rent a number; asked for twice it is rented once",
  scope: "numbers:write",
  body: NewNumber,
  status: 201,
  response: RentedNumberShown,
  problems: [
    ...placed,
    "number_limit_reached",
    "spend_limit_reached",
    "price_changed",
    "number_not_available",
    "purchase_unsure",
  ],
});

export const importNumber = defineEndpoint({
  method: "POST",
  path: "/v1/number-imports",
  name: "importNumber",
  summary: "Take a number into use that the carrier's account has already",
  scope: "numbers:write",
  body: NewNumber,
  status: 201,
  response: RentedNumberShown,
  problems: [...placed, "number_not_at_carrier"],
});

export const releaseNumber = defineEndpoint({
  method: "POST",
  path: "/v1/numbers/{id}/releases",
  name: "releaseNumber",
  summary: "Let a number rest, then give it back; until then its calls still reach the business",
  scope: "numbers:write",
  params: IdParams,
  status: 202,
  response: RentedNumberShown,
  problems: ["number_unknown", "number_not_in_use"],
});
