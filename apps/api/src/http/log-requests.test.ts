import { SwapResponse } from "@ringtrail/api-contract";
import { aRuleSet } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aSwap, post, ring } from "../../testing/ask-app.ts";
import { aTestApp } from "../../testing/test-app.ts";

test("a whole visit and call leave no caller, token, secret, address or id of a person in the log", async () => {
  const app = await aTestApp({}, () => ({ law: aRuleSet() }));
  const url = "https://plumber.example/?gclid=click-of-a-person&email=ann@person.example";
  const swapped = await post(
    app,
    "/v1/swap?debug=query-of-a-person",
    aSwap(app, { page: { url, referrer: "", title: "T" } }),
  );
  const visit = SwapResponse.parse(await swapped.json());
  const events = [{ kind: "interaction", ago: 0 }];
  await post(app, "/v1/beacon", { site: app.shop.siteKey, visit: visit.visit, token: visit.token, events });
  const caller = { From: "+14155550142", CallerName: "ANN PERSON" };
  await ring(app, "voice", caller);
  await ring(app, "notice", { ...caller, CallStatus: "in-progress" });
  await ring(app, "status", { ...caller, CallStatus: "completed", CallDuration: "9" });
  await app.deps.background.settled();

  const logged = app.logged.join("");
  expect(app.logged).toHaveLength(5);
  const hidden = ["4155550142", "ANN", "click-of-a-person", "person.example", "query-of-a-person", "secret", "plumber"];
  for (const word of [...hidden, visit.token, visit.visit, visit.visitor, app.shop.siteKey, app.shop.connection]) {
    expect(logged).not.toContain(word);
  }
});

test("a line names the route's pattern, the status and how long it took", async () => {
  const { app, logged } = await aTestApp();

  const response = await app.request("/v1/sites/some-key/config");

  expect(JSON.parse(logged[0] ?? "")).toMatchObject({
    msg: "request",
    method: "GET",
    route: "/v1/sites/:key/config",
    status: 404,
    request: response.headers.get("x-request-id"),
  });
});

test("a bug is answered with 500 and the request's id, and its words reach neither the answer nor the log", async () => {
  const { app, logged } = await aTestApp({}, ({ directory }) => ({
    directory: { ...directory, siteByKey: () => Promise.reject(new TypeError("words of +14155550142")) },
  }));

  const response = await app.request("/v1/sites/any/config");

  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ code: "failed" });
  expect(response.headers.get("x-request-id")).not.toBeNull();
  expect(logged.join("")).toContain("TypeError");
  expect(logged.join("")).not.toContain("words of");
});
