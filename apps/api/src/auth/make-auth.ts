import { createHash } from "node:crypto";
import { authTables } from "@ringtrail/database";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { oneTimeToken } from "better-auth/plugins";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";

/** What sign-in needs of the server. */
export interface AuthGround {
  readonly database: PostgresJsDatabase;
  /** Where people reach the console; over https its cookies are marked secure. */
  readonly publicUrl: string;
  /** Signs sessions. */
  readonly secret: Uint8Array;
}

/** Tokens of one-time links are kept as a hash: who reads the table cannot sign in. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/**
 * Sign-in for people: e-mail and password, sessions by cookie, and the one-time owner link. The library checks origins
 * against our own address, limits attempts, and keeps its tables in the schema `auth`.
 */
export function makeAuth({ database, publicUrl, secret }: AuthGround) {
  return betterAuth({
    appName: "Ringtrail",
    baseURL: publicUrl,
    secret: Buffer.from(secret).toString("base64"),
    database: drizzleAdapter(database, { provider: "pg", schema: authTables }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    plugins: [
      oneTimeToken({
        disableClientRequest: true,
        storeToken: { type: "custom-hasher", hash: async (token) => hashToken(token) },
      }),
    ],
    rateLimit: { enabled: true, storage: "database" },
    advanced: { useSecureCookies: publicUrl.startsWith("https:"), cookiePrefix: "ringtrail" },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** The auth library, set up. */
export type Auth = ReturnType<typeof makeAuth>;
