import { createStores } from "@ringtrail/database";
import { must } from "@ringtrail/database/testing";
import path from "node:path";
import { onTestFinished } from "vitest";
import { makeAuth, type Auth } from "../src/auth/make-auth.ts";
import { makeOwnerLink } from "../src/auth/make-owner-link.ts";
import { aDatabase } from "./a-database.ts";
import { aFolder } from "./a-running-server.ts";
import { aTestApp, type TestApp } from "./test-app.ts";

export const origin = "https://calls.example";
export const email = "owner@example.com";
export const password = "correct horse battery staple";

/** The app with a sign-in that works. */
export interface Door extends TestApp {
  readonly auth: Auth;
  readonly ownerLink: () => Promise<string>;
  readonly post: (where: string, body: object, headers?: Record<string, string>) => Promise<Response>;
}

/** The app with its people in a real PostgreSQL. */
export async function aDoor(): Promise<Door> {
  const { url } = await aDatabase();
  const folder = aFolder();
  const keys = { file: path.join(folder, "master.key") };
  const stores = must(await createStores({ url, keys, recordingsFolder: folder, answerTimeoutMs: 20_000 }));
  onTestFinished(() => stores.close());
  const testApp = await aTestApp({}, () => ({ authDatabase: stores.authDatabase }));
  const { deps, shop, app } = testApp;
  const auth = makeAuth({ database: stores.authDatabase, publicUrl: origin, secret: deps.secrets.session });
  return {
    ...testApp,
    auth,
    ownerLink: async () => {
      const link = await makeOwnerLink(auth, deps.accounts, { account: shop.account, email, publicUrl: origin });
      return /#\/link\/(.+)$/.exec(link)?.[1] ?? "";
    },
    post: async (where, body, headers = {}) =>
      app.request(where, {
        method: "POST",
        headers: { "content-type": "application/json", origin, ...headers },
        body: JSON.stringify(body),
      }),
  };
}

/** The session's cookie as a browser sends it back. */
export function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** The door of one-time links. */
export const verify = "/api/auth/one-time-token/verify";
