import { bigint, integer, text } from "../drizzle.ts";
import { auth } from "./schemas.ts";

/** better-auth's `rateLimit` model: sign-in attempts per address, shared by all API processes. */
export const rateLimit = auth.table("rate_limit", {
  id: text("id").primaryKey(),
  key: text("key").notNull().unique(),
  count: integer("count").notNull(),
  lastRequest: bigint("last_request", { mode: "number" }).notNull(),
});
