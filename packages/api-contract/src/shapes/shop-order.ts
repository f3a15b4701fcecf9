import { z } from "zod";
import { Amount, Currency } from "./money.ts";
import { Moment } from "./moment.ts";

const ref = z.string().min(1).max(200);

/** What a shop tells of an order. */
export const OrderTold = z
  .strictObject({
    id: ref.describe("The shop's own id: the same order told again is the same order."),
    number: z.string().trim().min(1).max(100).optional().describe("What people call it, `#1001`; absent: the id."),
    placedAt: Moment,
    updatedAt: Moment.optional().describe(
      "When the shop last changed it. An older telling that comes late changes nothing. Absent: now.",
    ),
    currency: Currency,
    amount: Amount.min(0).describe("What was to be paid, before refunds, in units of the currency."),
    cancelled: z.boolean().default(false).describe("A cancelled order counts as an order worth nothing."),
    placedBy: z
      .enum(["customer", "staff"])
      .default("customer")
      .describe("`staff`: typed in by somebody of the shop, as orders by phone are."),
    visit: z
      .string()
      .max(200)
      .optional()
      .describe("The cart's attribute `_ringtrail_visit`, word for word. What is no visit of ours is passed over."),
    phone: z
      .string()
      .max(40)
      .optional()
      .describe(
        "The customer's number, E.164. Looked up among the callers if the site's order rules say so; never kept. What is no number is passed over.",
      ),
    refunds: z
      .array(
        z.strictObject({ id: ref.describe("The shop's own id of the refund: it counts once."), amount: Amount.min(0) }),
      )
      .max(100)
      .default([]),
  })
  .meta({ id: "OrderTold" });
export type OrderTold = z.input<typeof OrderTold>;

/** Which rule found an order's call. */
export const OrderRuleShown = z
  .enum(["visit", "caller", "none"])
  .describe(
    "`visit`: the visit whose cart it was made the call, more likely than not. `caller`: whoever ordered had called. `none`: no call.",
  );

/** An order as it is kept. Who the customer is is not known. */
export const OrderShown = z
  .object({
    site: z.uuid(),
    shop: z.string(),
    id: z.string(),
    number: z.string(),
    placedAt: Moment,
    currency: Currency,
    amount: z.number(),
    refunded: z.number(),
    net: z.number().describe("What is left: nothing of a cancelled order."),
    cancelled: z.boolean(),
    placedBy: z.enum(["customer", "staff"]),
    hasVisit: z.boolean().describe("Whether the cart's visit is known."),
    rule: OrderRuleShown,
    call: z.uuid().optional().describe("The call it is credited through."),
  })
  .meta({ id: "Order" });
export type OrderShown = z.infer<typeof OrderShown>;

/** How a site matches orders to calls. */
export const OrderRulesShown = z
  .strictObject({
    windowDays: z
      .number()
      .min(1 / 24)
      .max(90)
      .describe("A call counts for orders placed within so many days after it."),
    matchesCallers: z
      .boolean()
      .describe(
        "Whether an order that staff took may be matched by the customer's phone number. It needs protected customer data.",
      ),
  })
  .meta({ id: "OrderRules" });
export type OrderRulesShown = z.infer<typeof OrderRulesShown>;
