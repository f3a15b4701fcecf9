import { createHash } from "node:crypto";
import { authTables } from "@ringtrail/database";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { memoryAdapter } from "better-auth/adapters/memory";
import { haveIBeenPwned, oneTimeToken } from "better-auth/plugins";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { ownOrigins } from "../http/allow-origins.ts";
import { askSecondFactor } from "./ask-second-factor.ts";
import { clientHeader } from "./client-header.ts";
import { sessionLifeMs } from "./find-session.ts";
import { doorsWithNewPassword } from "./leaked-passwords.ts";

/** What sign-in needs of the server. */
export interface AuthGround {
  /** Undefined keeps everything in memory, as tests do. */
  readonly database: PostgresJsDatabase | undefined;
  /** Where people reach the console; over https its cookies are marked secure. */
  readonly publicUrl: string;
  /** Signs sessions. */
  readonly secret: Uint8Array;
  /** Asks a public service whether a new password was leaked; it is told the first five digits of its hash. */
  readonly checksLeaks?: boolean;
}

/** Tokens of one-time links are kept as a hash: who reads the table cannot sign in. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/**
 * Sign-in for people: e-mail and password, sessions by cookie, and the one-time owner link. The library checks origins
 * against our own address, limits attempts, and keeps its tables in the schema `auth`.
 */
export function makeAuth({ database, publicUrl, secret, checksLeaks = false }: AuthGround) {
  return betterAuth({
    appName: "Ringtrail",
    baseURL: publicUrl,
    trustedOrigins: [...ownOrigins(publicUrl)],
    secret: Buffer.from(secret).toString("base64"),
    database:
      database === undefined
        ? memoryAdapter({ user: [], session: [], account: [], verification: [], rateLimit: [], twoFactor: [] })
        : drizzleAdapter(database, { provider: "pg", schema: authTables }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    // Which of a person's accounts the session looks at; set by us alone.
    session: {
      additionalFields: { activeAccount: { type: "string", required: false, input: false } },
      // When a session ends for want of use is the account's to say: the library never prolongs one by itself.
      expiresIn: sessionLifeMs / 1000,
      disableSessionRefresh: true,
    },
    plugins: [
      askSecondFactor(),
      ...(checksLeaks ? [haveIBeenPwned({ paths: doorsWithNewPassword })] : []),
      oneTimeToken({
        disableClientRequest: true,
        storeToken: { type: "custom-hasher", hash: async (token) => hashToken(token) },
      }),
    ],
    // Attempts are counted in memory where there is no database, else together for all processes.
    rateLimit: { enabled: true, storage: database === undefined ? "memory" : "database" },
    advanced: {
      useSecureCookies: publicUrl.startsWith("https:"),
      cookiePrefix: "ringtrail",
      // Only what we worked out ourselves counts as the client's address: any other header can be made up.
      ipAddress: { ipAddressHeaders: [clientHeader] },
    },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
}

/** The auth library, set up. */
export type Auth = ReturnType<typeof makeAuth>;
