import { pgSchema } from "drizzle-orm/pg-core";

/** Visits, numbers, calls: what the marketing side may read. */
export const ringtrail = pgSchema("ringtrail");

/** Who called and what was said. Only the role `ringtrail_care` reaches these tables. */
export const care = pgSchema("care");

/** The auth library's own tables. They know people, not accounts, so they lie outside the tenants' rules. */
export const auth = pgSchema("auth");
