import path from "node:path";
import { createStores } from "@ringtrail/database";
import { must } from "@ringtrail/database/testing";
import { instant, minute, type Milliseconds } from "@ringtrail/core";
import { usualLimits } from "@ringtrail/core/ports";
import { expect, onTestFinished, test } from "vitest";
import { aDatabase } from "../../testing/a-database.ts";
import { aFolder } from "../../testing/a-running-server.ts";
import { aKey, problemIn } from "../../testing/ask-as-key.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";
import { makeAuth } from "../auth/make-auth.ts";
import { makeOwnerLink } from "../auth/make-owner-link.ts";
import { countryOf } from "./countries-allowed.ts";

const origin = "https://calls.example";

interface OwnersApp extends TestApp {
  /** Asks as the owner, who signed in before the test. */
  readonly asOwner: (where: string, body: object) => Promise<Response>;
}

/** The app with its owner signed in; the server's clock stands `laterMs` after the sign-in. */
async function anOwner(laterMs: Milliseconds = 0): Promise<OwnersApp> {
  const { url } = await aDatabase();
  const folder = aFolder();
  const keys = { file: path.join(folder, "master.key") };
  const stores = must(await createStores({ url, keys, recordingsFolder: folder, answerTimeoutMs: 20_000 }));
  onTestFinished(() => stores.close());
  const now = () => instant(Date.now() + laterMs);
  const app = await aTestApp({}, () => ({ authDatabase: stores.authDatabase, now }));
  const auth = makeAuth({ database: stores.authDatabase, publicUrl: origin, secret: app.deps.secrets.session });
  const owner = { account: app.shop.account, email: "owner@example.com", publicUrl: origin };
  const link = await makeOwnerLink(auth, app.deps.accounts, owner);
  const post = (where: string, body: object, cookie = "") =>
    app.app.request(where, {
      method: "POST",
      headers: { "content-type": "application/json", origin, cookie },
      body: JSON.stringify(body),
    });
  const signedIn = await post("/api/auth/one-time-token/verify", { token: /#\/link\/(.+)$/.exec(link)?.[1] ?? "" });
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(";")[0]);
  return { ...app, asOwner: async (where, body) => post(where, body, cookie.join("; ")) };
}

const destinations = ({ shop }: TestApp) => `/v1/sites/${shop.site}/destinations`;

test("200: an owner who has just signed in forwards calls elsewhere, at once, and owners are to be told", async () => {
  const app = await anOwner();

  const answer = await app.asOwner(destinations(app), { destination: "+14155550166" });

  expect(answer.status).toBe(200);
  expect(app.deps.snapshot.route(app.shop.connection, app.shop.source.e164)?.flow.destination).toBe("+14155550166");
  const [told] = await app.deps.accounts.auditLog(app.shop.account, 1);
  expect(told).toMatchObject({ action: "forwarding.changed", facts: { from: "0199", to: "0166", tell: "owners" } });
  const { notices } = (await (await app.asOwner("/v1/notices/seen", { until: "2020-01-01T00:00:00.000Z" })).json()) as {
    notices: { words: string }[];
  };
  expect(notices.map(({ words }) => words)).toEqual([
    "Calls go to the phone that ends in 0166 now; they went to the one that ends in 0199.",
  ]);
});

test("403: a sign-in of a quarter of an hour ago is not fresh, and calls go where they went", async () => {
  const app = await anOwner(16 * minute);

  const answer = await app.asOwner(destinations(app), { destination: "+14155550166" });

  expect(await problemIn(answer)).toMatchObject({ code: "sign_in_not_fresh" });
  const limits = { ...usualLimits, mostNumbers: 500, countries: ["LV"] };
  expect(await problemIn(await app.asOwner("/v1/number-limits", limits))).toMatchObject({ code: "sign_in_not_fresh" });
  const route = await app.world.directory.routeByNumber(app.shop.connection, app.shop.source.e164);
  expect(route?.flow.destination).toBe("+14155550199");
});

test("403: no API key forwards calls, whatever its scopes", async () => {
  const app = await aTestApp();
  const ask = await aKey(app, ["forwarding:write"]);

  const answer = await ask(destinations(app), { body: { destination: "+14155550166" } });

  expect(await problemIn(answer)).toMatchObject({ code: "sign_in_not_fresh" });
});

test("403: calls go to no country that is not allowed, +1 not taken for one country", async () => {
  const app = await anOwner();

  for (const [destination, country] of [
    ["+37120000000", "LV"],
    ["+18765550100", "JM"],
    ["+442079460000", "GB"],
  ]) {
    const answer = await app.asOwner(destinations(app), { destination });
    expect(await problemIn(answer), country).toMatchObject({ code: "country_not_allowed" });
  }
  const limits = { mostNumbers: 50, restDays: 30, countries: ["US", "GB"] };
  expect((await app.asOwner("/v1/number-limits", limits)).status).toBe(200);
  expect((await app.asOwner(destinations(app), { destination: "+442079460000" })).status).toBe(200);
});

test("404, 422: another account's site, and a phone that is none", async () => {
  const app = await anOwner();

  const elsewhere = `/v1/sites/${app.deps.newId()}/destinations`;
  expect(await problemIn(await app.asOwner(elsewhere, { destination: "+14155550166" }))).toMatchObject({
    code: "place_unknown",
  });
  expect(await problemIn(await app.asOwner(destinations(app), { destination: "0800" }))).toMatchObject({
    code: "phone_malformed",
  });
});

test.each([
  ["+14155550166", "US"],
  ["+16045550166", "CA"],
  ["+18765550166", "JM"],
  ["+442079460000", "GB"],
  ["+8835100000000", undefined],
])("%s is in %s", (number, country) => {
  expect(countryOf(number as never)).toBe(country);
});
