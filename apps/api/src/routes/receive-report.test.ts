import { expect, test } from "vitest";
import { post } from "../../testing/ask-app.ts";
import { aTestApp } from "../../testing/test-app.ts";

const aReport = { version: "1.2.3", kind: "failure", what: "TypeError 2:1234" };

test("204: a failure on a page is a line in the log, and only our own words are let into it", async () => {
  const app = await aTestApp();

  const what = "TypeError 2:1234 <b>+1 (415) 555-0100</b>\n";
  const response = await post(app, "/v1/report", { ...aReport, site: app.shop.siteKey, what });

  expect(response.status).toBe(204);
  expect(app.logged.join("")).toContain("snippet_report");
  expect(app.logged.join("")).not.toMatch(/<b>|\(415/);
});

test("403 and 404: a page that may not use the key, and a site that is not there, report nothing", async () => {
  const app = await aTestApp();

  const foreign = await post(
    app,
    "/v1/report",
    { ...aReport, site: app.shop.siteKey },
    { origin: "https://evil.example" },
  );
  expect(foreign.status).toBe(403);
  expect((await post(app, "/v1/report", { ...aReport, site: "nobody" })).status).toBe(404);
});

test("422: a report in words of its own is refused", async () => {
  const app = await aTestApp();

  const response = await post(app, "/v1/report", { ...aReport, site: app.shop.siteKey, kind: "visitor" });

  expect(response.status).toBe(422);
});

test("429: a page that reports again and again is not heard", async () => {
  const app = await aTestApp();

  const statuses: number[] = [];
  for (let count = 0; count < 12; count++) {
    statuses.push((await post(app, "/v1/report", { ...aReport, site: app.shop.siteKey })).status);
  }

  expect(statuses.filter((status) => status === 204)).toHaveLength(10);
  expect(statuses.at(-1)).toBe(429);
});
