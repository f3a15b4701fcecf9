import { account, rateLimit, session, user, verification } from "./schema/index.ts";

/** The auth library's tables under the names its drizzle adapter asks for. */
export const authTables = { user, session, account, verification, rateLimit } as const;
