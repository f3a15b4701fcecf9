import path from "node:path";
import { createStores } from "@ringtrail/database";
import { must } from "@ringtrail/database/testing";
import { onTestFinished } from "vitest";
import { makeAuth, type Auth } from "../src/auth/make-auth.ts";
import { makeOwnerLink } from "../src/auth/make-owner-link.ts";
import type { Deps } from "../src/deps.ts";
import { aDatabase } from "./a-database.ts";
import { aFolder } from "./a-running-server.ts";
import { aTestApp, type TestApp } from "./test-app.ts";

/** Our own pages' origin. */
const origin = "https://calls.example";

/** A browser of one person, with their cookie. */
export type AskAsPerson = (path: string, body?: unknown, method?: string) => Promise<Response>;

/** The app with its people in a real PostgreSQL, and browsers that sign in. */
export interface Desk extends TestApp {
  readonly auth: Auth;
  /** The owner, come in by a one-time link. */
  readonly owner: AskAsPerson;
  readonly nobody: AskAsPerson;
  readonly signIn: (email: string, password: string) => Promise<AskAsPerson>;
}

/** Sets the desk up. `over` replaces parts of what the app needs. */
export async function aSignedInDesk(over: Partial<Deps> = {}): Promise<Desk> {
  const { url } = await aDatabase();
  const folder = aFolder();
  const keys = { file: path.join(folder, "master.key") };
  const stores = must(await createStores({ url, keys, recordingsFolder: folder, answerTimeoutMs: 20_000 }));
  onTestFinished(() => stores.close());
  const testApp = await aTestApp({}, () => ({ authDatabase: stores.authDatabase, ...over }));
  const { app, deps, shop } = testApp;
  const auth = makeAuth({ database: stores.authDatabase, publicUrl: origin, secret: deps.secrets.session });
  const asWith =
    (cookie: string): AskAsPerson =>
    async (where, body, method) =>
      app.request(where, {
        method: method ?? (body === undefined ? "GET" : "POST"),
        headers: { origin, cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
  const nobody = asWith("");
  const comeIn = async (door: string, body: object): Promise<AskAsPerson> => {
    const answer = await nobody(`/api/auth/${door}`, body);
    if (answer.status !== 200) throw new Error(`nobody came in: ${answer.status}`);
    return asWith(
      answer.headers
        .getSetCookie()
        .map((cookie) => cookie.split(";")[0])
        .join("; "),
    );
  };
  const wish = { account: shop.account, email: "owner@example.com", publicUrl: origin };
  const link = await makeOwnerLink(auth, deps.accounts, wish);
  const owner = await comeIn("one-time-token/verify", { token: /#\/link\/(.+)$/.exec(link)?.[1] });
  const signIn = (email: string, password: string) => comeIn("sign-in/email", { email, password });
  return { ...testApp, auth, owner, nobody, signIn };
}
