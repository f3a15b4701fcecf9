import { z } from "zod";
import { Moment } from "./moment.ts";
import { TouchShown } from "./touch.ts";

/** A price a month. */
export const MonthlyPriceShown = z
  .object({ cents: z.number().int().nonnegative(), currency: z.string().length(3).describe("ISO 4217.") })
  .meta({ id: "MonthlyPrice" });
export type MonthlyPriceShown = z.infer<typeof MonthlyPriceShown>;

/** What a number may take besides calls. */
export const TextingShown = z.enum(["sms", "whatsapp"]);

/** A number for rent. */
export const OfferedNumberShown = z
  .object({
    e164: z.string(),
    locality: z.string().optional(),
    region: z.string().optional().describe("State or province."),
    monthly: MonthlyPriceShown.optional().describe("Absent when the carrier does not say."),
  })
  .meta({ id: "OfferedNumber" });
export type OfferedNumberShown = z.infer<typeof OfferedNumberShown>;

/** A tracking number with its life at the carrier. */
export const RentedNumberShown = z
  .object({
    id: z.uuid(),
    e164: z.string(),
    connection: z.uuid(),
    site: z.uuid(),
    role: z.enum(["pool", "source"]),
    pool: z.uuid().optional(),
    slice: z.string().optional(),
    touch: TouchShown.optional().describe("What a call on a source number says."),
    state: z.enum(["in_use", "resting", "released"]),
    restsUntil: Moment.optional().describe("When it is given back; until then its calls still reach the business."),
    releasedAt: Moment.optional(),
    monthly: MonthlyPriceShown.optional(),
    takes: z.array(TextingShown).describe("What may be sent to it besides calls, as you have marked it."),
  })
  .meta({ id: "RentedNumber" });
export type RentedNumberShown = z.infer<typeof RentedNumberShown>;
