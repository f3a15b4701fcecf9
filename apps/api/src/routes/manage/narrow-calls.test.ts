import { CallList } from "@ringtrail/api-contract";
import { after, hour, Phi, type CallId, type VisitId } from "@ringtrail/core";
import { aCall, aCandidate, aMatch, aNumber, anId, aTouch, at } from "@ringtrail/core/testing";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { aKey } from "../../../testing/ask-as-key.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";
import { roleScopes } from "../../auth/role-scopes.ts";

async function ring({ world, shop }: TestApp, name: string, afterMs: number, keyword: string) {
  const { account, connection, site, source } = shop;
  const id = anId<CallId>(name);
  const rangAt = after(at("10:00"), afterMs);
  await world.calls.ring(account, aCall({ id, carrierRef: name, connection, site, number: source.id, rangAt }));
  const candidates = [aCandidate({ visit: anId<VisitId>(name), probability: 0.6, touch: aTouch({ keyword }) })];
  await world.calls.saveMatch(account, id, aMatch({ candidates, returning: 0, nobody: 0.4 }), undefined);
  return id;
}

test("200: a figure's calls are found by what it is about, by the account's own days", async () => {
  const app = await aTestApp();
  const [early, late] = [await ring(app, "one", 0, "drain"), await ring(app, "two", 13.5 * hour, "=pipe")];
  await app.world.overviews.chooseTimeZone(app.shop.account, "Asia/Kolkata");
  const ask = await aKey(app, ["calls:read"]);
  const listed = async (query: string) => {
    const page = CallList.parse(await (await ask(`/v1/calls?${query}`)).json());
    return page.calls.map(({ id }) => id);
  };

  expect(await listed("keyword=DRAIN")).toEqual([early]);
  expect(await listed("fromDay=2026-03-03&toDay=2026-03-03")).toEqual([late]);
  expect(await listed("who=nobody&firstTime=yes&words=pipe")).toEqual([late]);
  expect(await listed("outcome=missed")).toEqual([]);
});

test("200: a caller's number finds their calls for who may see callers, and that somebody looked is kept", async () => {
  const app = await aTestApp();
  const call = await ring(app, "one", 0, "drain");
  const caller = { number: Phi.seal(aNumber("+14155550134")), name: undefined };
  await app.world.care.saveCaller(app.shop.account, call, caller, at("10:00"));
  const listed = async (scopes: Parameters<typeof aKey>[1]) => {
    const ask = await aKey(app, scopes);
    return CallList.parse(await (await ask("/v1/calls?words=(415) 555-0134")).json()).calls.length;
  };

  expect(await listed(["calls:read", "callers:read"])).toBe(1);
  expect(await listed(["calls:read"])).toBe(0);
  const log = await app.world.accounts.auditLog(app.shop.account, 10);
  const looked = log.filter(({ action }) => action === "callers.searched");
  expect(looked).toHaveLength(1);
  expect(JSON.stringify(looked)).not.toContain("5550134");
});

test("200: the list as a spreadsheet, in which nothing a visitor wrote is a formula; an agent may not have it", async () => {
  const app = await aTestApp();
  await ring(app, "one", 0, "=pipe");
  const ask = await aKey(app, ["calls:export"]);

  const answer = await ask("/v1/calls.csv?keyword==pipe");

  expect(answer.headers.get("content-disposition")).toContain("calls.csv");
  const rows = parse<Record<string, string>>(await answer.text(), { columns: true });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    keyword: "'=pipe",
    channel: "paid_search",
    number: app.shop.source.e164,
    spam: "no",
  });
  expect(roleScopes("agent")).not.toContain("calls:export");
  const agent = await aKey(app, ["calls:read"]);
  expect((await agent("/v1/calls.csv")).status).toBe(403);
});
