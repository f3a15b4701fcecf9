import { account, rateLimit, session, twoFactor, user, verification } from "./schema/index.ts";

/** The auth library's tables under the names its drizzle adapter asks for. */
export const authTables = { user, session, account, verification, rateLimit, twoFactor } as const;
