import { expect, test } from "vitest";
import { day } from "@ringtrail/core";
import { aKey } from "../../testing/ask-as-key.ts";
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

test("204: another call tracker is what its owner is warned of; a name nobody looks for is not kept", async () => {
  const app = await aTestApp();
  const ask = await aKey(app, ["sites:read"]);
  const report = { version: "1.2.3", kind: "tracker", site: app.shop.siteKey };

  for (const what of ["callrail.com", "callrail.com", "<b>buy ours</b>.calltrk"])
    expect((await post(app, "/v1/report", { ...report, what })).status).toBe(204);
  await app.deps.background.settled();

  const seenAt = new Date(app.clock.now()).toISOString();
  expect(await (await ask("/v1/other-trackers")).json()).toEqual({
    trackers: [{ site: app.shop.site, name: "callrail.com", firstSeenAt: seenAt, lastSeenAt: seenAt }],
  });
  app.clock.pass(8 * day);
  expect(await (await ask("/v1/other-trackers")).json()).toEqual({ trackers: [] });
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
