import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { aTestApp } from "../../testing/test-app.ts";
import { writeFallbackFiles } from "../survival/fallback-files.ts";

test("200: the document dials the business and asks nothing of us, also while the database is gone", async () => {
  const { app, shop } = await aTestApp({}, () => ({ isDatabaseUp: async () => false }));

  const response = await app.request(`/fallback/${shop.source.e164.slice(1)}.twilio`);

  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("text/xml");
  const twiml = await response.text();
  expect(twiml).toMatch(/<Dial [^>]*><Number>\+14155550199<\/Number><\/Dial>/);
  expect(twiml).not.toMatch(/action|record|statusCallback/);
});

test("200: a number that belongs to nobody here is spoken of as not in service", async () => {
  const { app } = await aTestApp();

  expect(await (await app.request("/fallback/14155559999.twilio")).text()).toContain("not in service");
});

test("404: no number at all, or another carrier", async () => {
  const { app } = await aTestApp();

  for (const file of ["x.twilio", "14155559999.acme", "..%2f..%2fetc"]) {
    expect((await app.request(`/fallback/${file}`)).status).toBe(404);
  }
});

test("429: nobody harvests which numbers are whose", async () => {
  const { app } = await aTestApp();
  for (let nth = 0; nth < 60; nth += 1) await app.request(`/fallback/${14155550000 + nth}.twilio`);

  expect((await app.request("/fallback/14155559999.twilio")).status).toBe(429);
});

test("the same documents are written as files for any static host", async () => {
  const { deps, shop, folder } = await aTestApp({ slices: ["any"] });

  const names = await writeFallbackFiles(folder, deps.snapshot.routes());

  const written = [...shop.numbers, shop.source].map(({ e164 }) => `${e164.slice(1)}.twilio`);
  expect(names.toSorted()).toEqual(written.toSorted());
  expect(readdirSync(path.join(folder, "fallback")).toSorted()).toEqual(written.toSorted());
  expect(readFileSync(path.join(folder, "fallback", written[0] ?? ""), "utf8")).toContain("+14155550199");
});
