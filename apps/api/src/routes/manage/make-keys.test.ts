import { ApiKeyList, CreatedApiKey } from "@ringtrail/api-contract";
import { minute } from "@ringtrail/core";
import { seedShop } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn, type AskAsKey } from "../../../testing/ask-as-key.ts";
import { aTestApp } from "../../../testing/test-app.ts";

const wish = { name: "reports", scopes: ["calls:read"] };
const path = "/v1/api-keys";

async function aKeeper() {
  const testApp = await aTestApp();
  const ask = await aKey(testApp, ["keys:write", "calls:read"]);
  const keys = async (): Promise<readonly string[]> =>
    ApiKeyList.parse(await (await ask(path)).json()).keys.map(({ name }) => name);
  return { ...testApp, ask, keys };
}

const once = (ask: AskAsKey, body: object, key = "k-1"): Promise<Response> =>
  ask(path, { body, headers: { "idempotency-key": key } });

test("201: a new key works, its secret is shown once and kept nowhere", async () => {
  const { ask, app, keys } = await aKeeper();

  const answer = await ask(path, { body: { ...wish, expiresAt: "2026-03-02T11:00:00.000Z" } });

  expect(answer.status).toBe(201);
  const { secret, ...key } = CreatedApiKey.parse(await answer.json());
  expect(key).toMatchObject({ ...wish, expiresAt: "2026-03-02T11:00:00.000Z" });
  expect((await app.request("/v1/calls", { headers: { authorization: `Bearer ${secret}` } })).status).toBe(200);
  expect(await keys()).toEqual(["reports", "test"]);
  expect(await (await ask(path)).text()).not.toContain(secret.slice(5));
});

test("204: a revoked key ends at once, and both acts are written down", async () => {
  const { ask, app, deps, shop } = await aKeeper();
  const { id, secret } = CreatedApiKey.parse(await (await ask(path, { body: wish })).json());

  expect((await ask(`${path}/${id}`, { method: "DELETE" })).status).toBe(204);

  expect((await app.request("/v1/calls", { headers: { authorization: `Bearer ${secret}` } })).status).toBe(401);
  const acts = (await deps.accounts.auditLog(shop.account, 2)).map(({ action, object }) => [action, object]);
  expect(acts).toEqual([
    ["api_key.revoked", id],
    ["api_key.created", id],
  ]);
  expect(await problemIn(await ask(`${path}/${id}`, { method: "DELETE" }))).toMatchObject({ code: "key_unknown" });
});

test("404: another account's key cannot be revoked", async () => {
  const { ask, world, deps } = await aKeeper();
  const { id } = CreatedApiKey.parse(await (await ask(path, { body: wish })).json());
  const stranger = await seedShop(world);

  expect(await deps.accounts.revokeApiKey(stranger.account, id)).toBe(false);
});

test("403: nobody gives a scope they do not hold", async () => {
  const { ask, keys } = await aKeeper();

  const answer = await ask(path, { body: { ...wish, scopes: ["calls:read", "callers:read"] } });

  expect(answer.status).toBe(403);
  expect(await problemIn(answer)).toMatchObject({ code: "scope_not_yours", detail: "You do not hold callers:read." });
  expect(await keys()).toEqual(["test"]);
});

test.each([
  [422, "body_invalid", "name", { ...wish, name: " " }],
  [422, "body_invalid", "scopes.0", { ...wish, scopes: ["everything"] }],
  [422, "body_invalid", "scopes", { ...wish, scopes: [] }],
  [422, "body_invalid", "expiresAt", { ...wish, expiresAt: "2026-03-02T09:00:00Z" }],
  [422, "body_invalid", "body", { ...wish, admin: true }],
  [422, "body_invalid", "body", []],
  [400, "body_not_json", "body", "{"],
  [413, "body_too_long", "body", { ...wish, name: "x".repeat(70_000) }],
])("%i: %s names %s", async (status, code, field, body) => {
  const { ask } = await aKeeper();

  const answer = await ask(path, { body });

  expect(answer.status).toBe(status);
  expect(await problemIn(answer)).toMatchObject({ code, field });
});

test("415: a form of another site's page is not JSON", async () => {
  const { ask } = await aKeeper();

  const answer = await ask(path, { body: JSON.stringify(wish), headers: { "content-type": "text/plain" } });

  expect(answer.status).toBe(415);
  expect(await problemIn(answer)).toMatchObject({ code: "media_type_unsupported" });
});

test("201: a repetition under its Idempotency-Key gets the first answer and makes nothing twice", async () => {
  const { ask, keys } = await aKeeper();

  const first = await once(ask, wish);
  const second = await once(ask, wish);

  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.headers.get("idempotent-replayed")).toBe("true");
  expect(await second.json()).toEqual(await first.json());
  expect(await keys()).toEqual(["reports", "test"]);
});

test("422: the same Idempotency-Key for another request", async () => {
  const { ask, keys } = await aKeeper();
  await once(ask, wish);

  const answer = await once(ask, { ...wish, name: "another" });

  expect(answer.status).toBe(422);
  expect(await problemIn(answer)).toMatchObject({ code: "idempotency_key_reused", field: "Idempotency-Key" });
  expect(await keys()).toEqual(["reports", "test"]);
});

test("422: nobody else gets an answer by knowing its Idempotency-Key", async () => {
  const keeper = await aKeeper();
  await once(keeper.ask, wish);
  const other = await aKey(keeper, ["keys:write", "calls:read"]);

  expect(await problemIn(await once(other, wish))).toMatchObject({ code: "idempotency_key_reused" });
});

test("409: the same request while the first is still being answered", async () => {
  const keeper = await aKeeper();
  const [first, second] = await Promise.all([once(keeper.ask, wish), once(keeper.ask, wish)]);

  expect([first.status, second.status].toSorted()).toEqual([201, 409]);
});

test("403 and then 201: what was refused is not kept, so the same key may try again", async () => {
  const { ask } = await aKeeper();
  expect((await once(ask, { ...wish, scopes: ["jobs:read"] })).status).toBe(403);

  expect((await once(ask, wish)).status).toBe(201);
});

test("422: an Idempotency-Key nobody could have meant", async () => {
  const { ask } = await aKeeper();

  const answer = await once(ask, wish, "x".repeat(201));

  expect(await problemIn(answer)).toMatchObject({ code: "parameter_invalid", field: "Idempotency-Key" });
});

test("the kept answer is sealed: the store never holds a key's secret", async () => {
  const kept: string[] = [];
  const testApp = await aTestApp({}, ({ idempotency }) => ({
    idempotency: {
      ...idempotency,
      finish: async (account, key, answer) => {
        kept.push(answer.sealed);
        await idempotency.finish(account, key, answer);
      },
    },
  }));
  const ask = await aKey(testApp, ["keys:write", "calls:read"]);

  const { secret } = CreatedApiKey.parse(await (await once(ask, wish)).json());
  testApp.clock.pass(minute);

  expect(kept).toHaveLength(1);
  expect(Buffer.from(kept[0] ?? "", "base64").toString("latin1")).not.toContain(secret);
  expect(kept[0]).not.toContain(secret);
});
