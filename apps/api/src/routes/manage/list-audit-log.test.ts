import { AuditLogPage } from "@ringtrail/api-contract";
import { chainStart, checkAuditLink, day, instant } from "@ringtrail/core";
import { seedShop } from "@ringtrail/core/testing";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { aTestApp } from "../../../testing/test-app.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

async function anAuditor() {
  const testApp = await aTestApp();
  const ask = await aKey(testApp, ["audit:read"]);
  const page = async (query = "") => AuditLogPage.parse(await (await ask(`/v1/audit-log${query}`)).json());
  return { ...testApp, ask, page };
}

test("200: a key's use is written down once a day, before its first answer", async () => {
  const { page, clock } = await anAuditor();

  const first = await page();
  await page();
  clock.pass(day);
  const nextDay = await page();

  expect(first.entries).toMatchObject([
    { action: "api_key.used", actor: expect.stringMatching(/^key:/) },
    { action: "api_key.created" },
  ]);
  expect(nextDay.entries.map(({ action, sequence }) => [sequence, action])).toEqual([
    [3, "api_key.used"],
    [2, "api_key.used"],
    [1, "api_key.created"],
  ]);
});

test("200: pages of one chain, newest first, with all that its hashes cover; another account's is not in it", async () => {
  const { page, deps, shop, world } = await anAuditor();
  const entry = { actor: "user:1", action: "recording.played", at: instant(0), facts: { whole: true } };
  await deps.accounts.audit((await seedShop(world)).account, { ...entry, object: "foreign" });
  for (const nth of [1, 2, 3]) await deps.accounts.audit(shop.account, { ...entry, object: `recording:${nth}` });

  const newer = await page("?limit=3");
  const older = await page(`?limit=3&cursor=${newer.next}`);
  const chain = [...newer.entries, ...older.entries].toReversed();

  expect(older.next).toBeUndefined();
  expect(chain.map(({ action }) => action)).toEqual([
    "api_key.created",
    "recording.played",
    "recording.played",
    "recording.played",
    "api_key.used",
  ]);
  const links = chain.map((link) => ({ ...link, at: instant(Date.parse(link.at)) }));
  expect(links.map((link, nth) => checkAuditLink(links[nth - 1] ?? chainStart, link, sha256).ok)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
});

test.each(["0", "-1", "1.5", "next", "9".repeat(40)])("400: %s is no cursor", async (cursor) => {
  const { ask } = await anAuditor();

  expect(await problemIn(await ask(`/v1/audit-log?cursor=${cursor}`))).toMatchObject({ code: "cursor_malformed" });
});

test("200: one kind alone, page by page; 422: a kind nobody knows is refused", async () => {
  const { ask, page, deps, shop } = await anAuditor();
  const did = (action: string) =>
    deps.accounts.audit(shop.account, { actor: "user:1", action, object: "it", at: instant(0), facts: {} });
  for (const action of ["recording.played", "glass.looked", "recording.played", "silence.began", "caller.seen"])
    await did(action);
  const kinds = async (query: string) => (await page(query)).entries.map(({ action }) => action);

  const first = await page("?kind=play&limit=1");

  expect(first.entries.map(({ sequence }) => sequence)).toEqual([4]);
  expect(await kinds(`?kind=play&limit=1&cursor=${first.next}`)).toEqual(["recording.played"]);
  expect(await kinds("?kind=break_glass")).toEqual(["glass.looked"]);
  expect(await kinds("?kind=notice")).toEqual(["silence.began"]);
  expect(await kinds("?kind=view")).toEqual(["caller.seen"]);
  expect(await kinds("?kind=key_use")).toEqual(["api_key.used"]);
  expect(await kinds("?kind=setting")).toEqual(["api_key.created"]);
  expect(await problemIn(await ask("/v1/audit-log?kind=__proto__"))).toMatchObject({ field: "kind" });
});
