import { allEndpoints, Problem } from "@ringtrail/api-contract";
import { minute, after } from "@ringtrail/core";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aTestApp } from "../../../testing/test-app.ts";

const id = "0199f3c2-0000-7000-8000-000000000001";
const managed = allEndpoints.filter(({ scope }) => scope !== "public" && scope !== "signed-link");
const doors = managed.map(({ method, path, name }) => [name, method, path.replace("{id}", id)] as const);

test.each(doors)("401: %s without a key or a session", async (_name, method, path) => {
  const { app } = await aTestApp();

  const answer = await app.request(path, { method });

  expect(answer.status).toBe(401);
  expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  expect(Problem.parse(await answer.json())).toMatchObject({ code: "not_signed_in", field: "Authorization" });
});

test.each(doors.filter(([wanted]) => managed.some(({ name, scope }) => name === wanted && scope !== "session")))(
  "403: %s with a key of another scope",
  async (_name, method, path) => {
    const testApp = await aTestApp();
    const scope = managed.find(
      (endpoint) => endpoint.path.replace("{id}", id) === path && endpoint.method === method,
    )?.scope;
    const ask = await aKey(testApp, [scope === "calls:read" ? "pools:read" : "calls:read"]);

    const answer = await ask(path, { method });

    expect(answer.status).toBe(403);
    expect(await problemIn(answer)).toMatchObject({ code: "scope_missing", detail: `It needs the scope ${scope}.` });
  },
);

test.each([
  ["unknown", "Bearer rt_nobody-has-this"],
  ["of another scheme", "Basic dXNlcjpwYXNz"],
  ["endless", `Bearer ${"x".repeat(5_000)}`],
])("401: a key that is %s", async (_why, authorization) => {
  const { app } = await aTestApp();

  const answer = await app.request("/v1/calls", { headers: { authorization } });

  expect(answer.status).toBe(401);
  expect(await problemIn(answer)).toMatchObject({ code: "key_invalid" });
});

test("401: a key after it expired, and not a moment before", async () => {
  const testApp = await aTestApp();
  const ask = await aKey(testApp, ["calls:read"], { expiresAt: after(testApp.clock.now(), minute) });

  testApp.clock.pass(minute - 1);
  expect((await ask("/v1/calls")).status).toBe(200);
  testApp.clock.pass(1);

  expect((await ask("/v1/calls")).status).toBe(401);
});

test.each(allEndpoints.map(({ path }) => path).filter((path, nth, all) => all.indexOf(path) === nth))(
  "405: %s by a method it does not take, and Allow says which it takes",
  async (path) => {
    const { app } = await aTestApp();

    const answer = await app.request(path.replace(/\{\w+\}/, id), { method: "PATCH" });

    expect(answer.status).toBe(405);
    const allowed = allEndpoints.filter((endpoint) => endpoint.path === path).map(({ method }) => method);
    for (const method of allowed) expect(answer.headers.get("allow")).toContain(method);
    expect(await problemIn(answer)).toMatchObject({ code: "method_not_allowed" });
  },
);

test("404: an address that does not exist is a problem too", async () => {
  const { app } = await aTestApp();

  const answer = await app.request("/v1/nothing");

  expect(answer.status).toBe(404);
  expect(Problem.parse(await answer.json())).toMatchObject({ code: "not_found" });
});

test("429: too many questions from one network, and every answer says what is left", async () => {
  const testApp = await aTestApp();
  const ask = await aKey(testApp, ["calls:read"]);
  expect((await ask("/v1/calls")).headers.get("ratelimit")).toBe('"manage";r=599;t=1');

  for (let nth = 1; nth < 600; nth += 1) await testApp.app.request("/v1/calls");
  const answer = await ask("/v1/calls");

  expect(answer.status).toBe(429);
  expect(answer.headers.get("retry-after")).toBe("1");
  expect(await problemIn(answer)).toMatchObject({ code: "rate_limited" });
});
