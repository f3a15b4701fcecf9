import { z } from "zod";
import { Moment } from "./moment.ts";
import { CallValueShown } from "./money.ts";

/** Which calls a platform hears of, and for how much. */
export const ConversionPolicyTold = z
  .strictObject({
    weigh: z
      .enum(["threshold", "share"])
      .default("threshold")
      .describe(
        "`threshold`: the likeliest visit for the whole value. `share`: every visit that is likely enough, each for its share.",
      ),
    least: z.number().min(0).max(1).default(0.8).describe("How likely a visit must be to have made the call."),
    leastTalkSeconds: z
      .number()
      .min(0)
      .max(3_600)
      .default(1)
      .describe("How long caller and business must have talked. 0 counts missed calls too."),
    usualValue: CallValueShown.optional().describe("What a call counts for until somebody says what it was worth."),
    shareCaller: z
      .boolean()
      .default(false)
      .describe("Send a SHA-256 of the caller's number, of visitors who said yes and of nobody else."),
  })
  .meta({ id: "ConversionPolicy" });
export type ConversionPolicyTold = z.input<typeof ConversionPolicyTold>;

const key = z.string().trim().min(1).max(2_000);
const version = z.string().regex(/^v\d+(\.\d+)?$/);
const shared = {
  site: z.uuid().optional().describe("Whose calls; absent: the only site there is."),
  isOn: z.boolean().default(true),
  policy: ConversionPolicyTold.optional(),
};

/** An ad platform as it is set up. Keys are sealed and never shown again; left out, those that are there stay. */
export const AdPlatformWanted = z
  .discriminatedUnion("platform", [
    z.strictObject({
      platform: z.literal("google_ads"),
      ...shared,
      customerId: z
        .string()
        .regex(/^\d{10}$/)
        .describe("Ten digits, without hyphens."),
      loginCustomerId: z
        .string()
        .regex(/^\d{10}$/)
        .optional()
        .describe("The manager account the keys belong to."),
      conversionActionId: z
        .string()
        .regex(/^\d{1,20}$/)
        .describe("`ctId` in the conversion action's address."),
      apiVersion: version.default("v26"),
      keys: z.strictObject({ developerToken: key, clientId: key, clientSecret: key, refreshToken: key }).optional(),
    }),
    z.strictObject({
      platform: z.literal("ga4"),
      ...shared,
      measurementId: z.string().regex(/^G-[A-Z0-9]{4,20}$/),
      eventName: z
        .string()
        .regex(/^[A-Za-z]\w{0,39}$/)
        .default("generate_lead"),
      keys: z.strictObject({ apiSecret: key }).optional(),
    }),
    z.strictObject({
      platform: z.literal("meta"),
      ...shared,
      pixelId: z.string().regex(/^\d{5,20}$/),
      eventName: z
        .string()
        .regex(/^[A-Za-z]\w{0,39}$/)
        .default("Contact"),
      apiVersion: version.default("v24.0"),
      testEventCode: z.string().max(40).optional().describe("Events show under Test events and count for nothing."),
      keys: z.strictObject({ accessToken: key }).optional(),
    }),
  ])
  .meta({ id: "AdPlatformWanted" });
export type AdPlatformWanted = z.input<typeof AdPlatformWanted>;

/** One conversion a platform was told. Who called and which click it was is not shown. */
export const ToldConversionShown = z
  .object({
    id: z.string().describe("What the platform knows it by: the same call and visit always have the same."),
    platform: z.enum(["google_ads", "ga4", "microsoft_ads", "meta"]),
    how: z.enum(["api", "file"]),
    call: z.uuid(),
    at: Moment.describe("When the phone rang."),
    click: z
      .enum(["gclid", "gbraid", "wbraid", "msclkid", "fbclid"])
      .optional()
      .describe("The kind of click id it had."),
    value: CallValueShown.optional(),
    state: z.enum(["told", "retracted", "refused"]),
  })
  .meta({ id: "ToldConversion" });
export type ToldConversionShown = z.infer<typeof ToldConversionShown>;

/** An ad platform with what came of the last round. */
export const AdPlatformShown = z
  .object({
    id: z.uuid(),
    platform: z.enum(["google_ads", "ga4", "meta"]),
    site: z.uuid().optional(),
    isOn: z.boolean(),
    settings: z.record(z.string(), z.unknown()).describe("As they were told, without keys."),
    last: z
      .object({
        at: Moment,
        told: z.number().int(),
        refused: z.number().int(),
        trouble: z.string().optional().describe("Why nothing was told."),
        said: z.string().optional().describe("What the platform said."),
      })
      .optional()
      .describe("The last round that had something to tell."),
  })
  .meta({ id: "AdPlatform" });
export type AdPlatformShown = z.infer<typeof AdPlatformShown>;
