import { z } from "zod";

/** ISO 4217, in capitals. */
export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .describe("ISO 4217, such as `USD`.");

/** In units of the currency. Kept in millionths, so no cent is lost. */
export const Amount = z.number().min(-1e9).max(1e9).describe("In units of the currency, at most six decimals.");

/** A day of a calendar, `2026-11-25`. */
export const Day = z.iso.date().describe("`2026-11-25`");

/** What a call was worth. */
export const CallValueShown = z.strictObject({ amount: Amount.min(0), currency: Currency }).meta({ id: "CallValue" });
export type CallValueShown = z.infer<typeof CallValueShown>;

const words = z.string().trim().max(500);

/** What was paid for one line of an ad platform's bill on one day. */
export const AdCostTold = z
  .strictObject({
    day: Day,
    source: words.min(1).describe("As utm_source says it: `google`."),
    medium: words.min(1).default("cpc").describe("As utm_medium says it."),
    campaign: words.optional().describe("As utm_campaign says it; capitals do not matter."),
    keyword: words.optional().describe("As utm_term says it."),
    landingPage: words.optional().describe("The path of the page the ad leads to."),
    line: words.default("").describe("What else tells it from others of its day: ad group, ad, device."),
    currency: Currency,
    amount: Amount,
    clicks: z.number().int().min(0).max(1e12).default(0),
    impressions: z.number().int().min(0).max(1e12).default(0),
  })
  .meta({ id: "AdCost" });
export type AdCostTold = z.input<typeof AdCostTold>;
