import {
  ApiKeyList,
  ConnectOutcome,
  FallbackDocuments,
  OpenedConnectRequest,
  SiteSummary,
} from "@ringtrail/api-contract";
import { aCallFlow, seedShop } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aTestApp } from "../../../testing/test-app.ts";
import { connectionScopes } from "../../connect/connection-scopes.ts";

const wish = { name: "Kettle & Sons", origin: "https://kettle.example" };

async function aConnection() {
  const testApp = await aTestApp();
  const owner = await aKey(testApp, ["keys:write", ...connectionScopes]);
  const post = async (path: string, body: object): Promise<Response> =>
    testApp.app.request(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const opened = OpenedConnectRequest.parse(await (await post("/v1/connect-requests", wish)).json());
  const at = `/v1/connect-requests/${opened.code}`;
  const collect = (secret = opened.secret): Promise<Response> => post(`${at}/collections`, { secret });
  return { ...testApp, owner, post, opened, at, collect };
}

test("200: a code that was approved gives its plugin a key, once, and lets its pages use the site's key", async () => {
  const { owner, opened, at, collect, app, shop, world } = await aConnection();
  expect(opened.approveUrl).toBe(`https://calls.example/console/#/connect/${opened.code}`);
  expect(await (await collect()).json()).toEqual({ state: "waiting" });
  expect(await (await owner(at)).json()).toMatchObject(wish);

  expect((await owner(`${at}/approvals`, { body: { site: shop.site } })).status).toBe(204);
  const outcome = ConnectOutcome.parse(await (await collect()).json());

  if (outcome.state !== "approved") throw new Error("not approved");
  expect(outcome).toMatchObject({ site: shop.site, siteKey: shop.siteKey });
  expect((await app.request("/v1/calls", { headers: { authorization: `Bearer ${outcome.apiKey}` } })).status).toBe(200);
  expect((await world.directory.siteByKey(shop.siteKey))?.origins).toContain(wish.origin);
  const { keys } = ApiKeyList.parse(await (await owner("/v1/api-keys")).json());
  expect(keys.find(({ name }) => name === "WordPress: Kettle & Sons")?.scopes).toEqual(connectionScopes);
  expect((await collect()).status).toBe(404);
});

test("200: a clinic's plugin may know callers, and so the flow, only where whoever approved it said so and may themselves", async () => {
  const test = await aConnection();
  const { post, shop, world, app } = test;
  await world.accounts.saveFlow(shop.account, shop.site, aCallFlow({ isHealthcare: true }));
  const may = await aKey(test, ["keys:write", ...connectionScopes, "callers:read"]);
  const mayNot = test.owner;
  const connect = async (approve: typeof may, mayKnowCallers?: boolean) => {
    const { code, secret } = OpenedConnectRequest.parse(await (await post("/v1/connect-requests", wish)).json());
    const body = { site: shop.site, ...(mayKnowCallers === undefined ? {} : { mayKnowCallers }) };
    const approved = await approve(`/v1/connect-requests/${code}/approvals`, { body });
    if (approved.status !== 204) return [approved.status, (await problemIn(approved))["code"]];
    const outcome = await (await post(`/v1/connect-requests/${code}/collections`, { secret })).json();
    const headers = { authorization: `Bearer ${(outcome as { apiKey: string }).apiKey}` };
    return (await app.request(`/v1/sites/${shop.site}/call-flow`, { headers })).status;
  };

  expect(await connect(may)).toBe(403);
  expect(await connect(may, false)).toBe(403);
  expect(await connect(may, true)).toBe(200);
  expect(await connect(mayNot, true)).toEqual([403, "scope_not_yours"]);
  const facts = (await world.accounts.auditLog(shop.account, 20)).flatMap(({ action, facts: said }) =>
    action === "site.connected" ? [said["mayKnowCallers"]] : [],
  );
  expect(facts.toSorted()).toEqual([false, false, true]);
});

test("404: only who asked can collect, and a code nobody asked for is none", async () => {
  const { owner, at, collect, shop } = await aConnection();
  await owner(`${at}/approvals`, { body: { site: shop.site } });

  const stolen = await collect("a-secret-of-somebody-else");

  expect(stolen.status).toBe(404);
  expect(await problemIn(stolen)).toMatchObject({ code: "connect_code_unknown" });
  expect((await owner("/v1/connect-requests/BCDF-GHJK")).status).toBe(404);
  expect((await collect()).status).toBe(200);
});

test("404: a code is approved once, and for a site of one's own account", async () => {
  const { owner, at, shop, world } = await aConnection();
  const other = await seedShop(world);

  expect((await owner(`${at}/approvals`, { body: { site: other.site } })).status).toBe(404);
  expect((await owner(`${at}/approvals`, { body: { site: shop.site } })).status).toBe(204);
  expect((await owner(`${at}/approvals`, { body: { site: shop.site } })).status).toBe(404);
});

test("403: nobody approves more than they hold", async () => {
  const app = await aConnection();
  const { at, shop } = app;
  const weak = await aKey(app, ["keys:write", "calls:read"]);

  const answer = await weak(`${at}/approvals`, { body: { site: shop.site } });

  expect([answer.status, (await problemIn(answer))["code"]]).toEqual([403, "scope_not_yours"]);
});

test("422: a request that is none", async () => {
  const { post } = await aConnection();
  for (const body of [{}, { ...wish, origin: "javascript:alert(1)" }, { ...wish, name: "" }, { ...wish, more: 1 }]) {
    expect((await post("/v1/connect-requests", body)).status).toBe(422);
  }
});

test("429: codes cannot be asked for without end", async () => {
  const { post } = await aConnection();
  const statuses: number[] = [];
  for (let nth = 0; nth < 12; nth += 1) statuses.push((await post("/v1/connect-requests", wish)).status);
  expect(statuses.at(-1)).toBe(429);
});

test("200: one more number of the business is swapped; a number that is none is refused", async () => {
  const { owner, shop } = await aConnection();
  const path = `/v1/sites/${shop.site}/targets`;

  const answer = await owner(path, { body: { e164: "+14155550142", label: "Sales" } });

  expect(SiteSummary.parse(await answer.json()).targets.map(({ e164 }) => e164)).toContain("+14155550142");
  expect((await owner(path, { body: { e164: "nonsense", label: "x" } })).status).toBe(422);
  expect(
    (
      await owner("/v1/sites/0198c0de-0000-7000-8000-00000000dead/targets", {
        body: { e164: "+14155550142", label: "x" },
      })
    ).status,
  ).toBe(404);
});

test("200: the documents that dial the business come with the key only the carrier is told", async () => {
  const { owner, app } = await aConnection();

  const { documents } = FallbackDocuments.parse(await (await owner("/v1/fallback-documents")).json());

  expect(documents.length).toBeGreaterThan(0);
  for (const { name, key, body, contentType } of documents) {
    const served = await app.request(`/fallback/${name}?k=${key}`);
    expect([await served.text(), served.headers.get("content-type")]).toEqual([body, contentType]);
  }
});
