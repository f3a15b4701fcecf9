import { pgSchema } from "../drizzle.ts";

/** Visits, numbers, calls: what the marketing side may read. */
export const ringtrail = pgSchema("ringtrail");

/** Who called and what was said. Only the role `ringtrail_care` reaches these tables. */
export const care = pgSchema("care");

/** What joins the two for a site in healthcare mode. No role reads its tables; its functions tell one row to who broke the glass. */
export const glass = pgSchema("glass");

/** The auth library's own tables. They know people, not accounts, so they lie outside the tenants' rules. */
export const auth = pgSchema("auth");
