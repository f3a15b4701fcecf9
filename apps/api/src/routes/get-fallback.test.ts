import { expect, test } from "vitest";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";
import { numberAddresses } from "../carriers/number-addresses.ts";

/** The path and query the carrier was told for the shop's source number. */
async function toldPath({ deps, shop }: TestApp): Promise<string> {
  const connection = await deps.directory.connectionById(shop.connection);
  if (connection === undefined) throw new Error("The shop has no connection.");
  const { fallbackUrl = "" } = numberAddresses(deps, connection, shop.source.e164);
  const { pathname, search } = new URL(fallbackUrl);
  return pathname + search;
}

test("200: the document dials the business and asks nothing of us, also while the database is gone", async () => {
  const test = await aTestApp({}, () => ({ isDatabaseUp: async () => false }));

  const response = await test.app.request(await toldPath(test));

  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toContain("text/xml");
  const twiml = await response.text();
  expect(twiml).toMatch(/<Dial [^>]*><Number>\+14155550199<\/Number><\/Dial>/);
  expect(twiml).not.toMatch(/action|record|statusCallback/);
});

test("200: without the carrier's key our number is answered word for word as one nobody has", async () => {
  const test = await aTestApp();
  const [path = ""] = (await toldPath(test)).split("?");
  const ask = async (address: string) => {
    const answer = await test.app.request(address);
    return { status: answer.status, type: answer.headers.get("content-type"), text: await answer.text() };
  };

  const unknown = await ask("/fallback/14155559999.twilio");

  expect(unknown.text).toContain("not in service");
  expect(await ask(path)).toEqual(unknown);
  expect(await ask(`${path}?k=guessed`)).toEqual(unknown);
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
