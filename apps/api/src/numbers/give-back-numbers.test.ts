import { day, minute, instant } from "@ringtrail/core";
import { usualLimits } from "@ringtrail/core/ports";
import { expect, test } from "vitest";
import { actions, aNumberDesk, e164 } from "../../testing/a-number-desk.ts";
import { problemIn } from "../../testing/ask-as-key.ts";
import { ring } from "../../testing/ask-app.ts";
import { countMinutes } from "./number-rounds.ts";
import { releaseRested } from "./release-number.ts";

test("202: a number given back rests first: nobody is shown it, and its calls still reach the business", async () => {
  const desk = await aNumberDesk();
  const { ask, shop, deps, rented } = desk;

  const answer = await ask(`/v1/numbers/${shop.source.id}/releases`, { method: "POST" });

  expect(answer.status).toBe(202);
  expect(await answer.json()).toMatchObject({ state: "resting" });
  expect(await rented()).toContain(shop.source.e164);
  expect((await deps.directory.siteByKey(shop.siteKey))?.sources).toEqual([]);
  expect(await (await ring(desk, "voice", {})).text()).toContain("+14155550199");
  const again = await ask(`/v1/numbers/${shop.source.id}/releases`, { method: "POST" });
  expect(await problemIn(again)).toMatchObject({ code: "number_not_in_use" });
});

test("after its rest it goes back to the carrier, and then it is not in service here", async () => {
  const desk = await aNumberDesk();
  const { ask, shop, deps, rented, clock } = desk;
  await ask(`/v1/numbers/${shop.source.id}/releases`, { method: "POST" });
  clock.pass(29 * day);
  expect(await releaseRested(deps, shop.account)).toBe(0);
  clock.pass(1 * day);

  expect(await releaseRested(deps, shop.account)).toBe(1);

  expect(await releaseRested(deps, shop.account)).toBe(0);
  expect(await rented()).not.toContain(shop.source.e164);
  expect(await (await ring(desk, "voice", {})).text()).toContain("not in service");
  expect((await actions(desk, shop.account)).slice(0, 2)).toEqual(["number.released", "number.rests"]);
  const { numbers } = (await (await ask("/v1/numbers")).json()) as { numbers: { id: string; state: string }[] };
  expect(numbers.find(({ id }) => id === shop.source.id)?.state).toBe("released");
});

test("404: a number of nobody here", async () => {
  const { ask, deps } = await aNumberDesk();

  const answer = await ask(`/v1/numbers/${deps.newId()}/releases`, { method: "POST" });

  expect(await problemIn(answer)).toMatchObject({ code: "number_unknown" });
});

test("201: a number rented already is imported as a source, and its calls are credited to it without a visitor", async () => {
  const desk = await aNumberDesk();
  const { ask, shop, deps, carrier, world } = desk;
  const number = "+14155550177";
  const connection = await deps.directory.connectionById(shop.connection);
  if (connection === undefined) throw new Error("The shop has no connection.");
  const addresses = { voiceUrl: carrier.url, fallbackUrl: undefined, statusUrl: carrier.url };
  await deps.carrierFor(connection).provider(connection).buyNumber(e164(number), addresses);
  const purpose = { role: "source", site: shop.site, kind: "print", name: "Spring flyer" };

  const answer = await ask("/v1/number-imports", { body: { e164: number, purpose } });

  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ role: "source", touch: { source: "print", campaign: "Spring flyer" } });
  const found = await deps.carrierFor(connection).provider(connection).findNumber(e164(number));
  expect(found.ok && found.value?.voiceUrl).toContain(shop.connection);
  await ring(desk, "voice", { To: number });
  await deps.background.settled();
  const page = await world.calls.list(shop.account, { cursor: undefined, limit: 1 });
  const facts = page.ok && page.value.calls[0] && (await world.calls.facts(shop.account, page.value.calls[0].id));
  expect(facts && facts.match).toMatchObject({ confidence: 1, candidates: [] });
  expect(facts && facts.touch).toMatchObject({ source: "print", medium: "offline", campaign: "Spring flyer" });
});

test("404: what the carrier's account does not have cannot be imported", async () => {
  const { ask, wanted } = await aNumberDesk();

  expect(await problemIn(await ask("/v1/number-imports", { body: wanted("+14155550178") }))).toMatchObject({
    code: "number_not_at_carrier",
  });
});

test("200: all numbers as a spreadsheet in which no cell is computed", async () => {
  const { ask, shop, world } = await aNumberDesk();
  const touch = {
    channel: "campaign",
    source: "print",
    medium: "offline",
    campaign: '=2+3,"x"',
    rule: "source_number",
  } as const;
  const { connection, site, target } = shop;
  const kept = { connection, site, target, e164: e164("+14155550179"), role: "source" } as const;
  await world.accounts.saveNumber(shop.account, {
    ...kept,
    touch: { ...touch, keyword: undefined, clickId: undefined },
  });

  const answer = await ask("/v1/numbers.csv");

  expect(answer.headers.get("content-type")).toContain("text/csv");
  const lines = (await answer.text()).split("\r\n");
  expect(lines[0]).toBe(
    "number,state,role,channel,source,medium,campaign,slice,monthly,currency,rests_until,released_at,id",
  );
  expect(lines.find((line) => line.startsWith("+14155550179,in_use,source,campaign"))).toContain(`"'=2+3,""x"""`);
  expect(lines).toHaveLength(6);
});

test("owners are told once a month that calls passed their minutes, and calls go on", async () => {
  const desk = await aNumberDesk();
  const { deps, shop, clock } = desk;
  await deps.numbers.saveLimits(shop.account, { ...usualLimits, mostMinutes: 1 });
  await ring(desk, "voice", {});
  await ring(desk, "status", { CallStatus: "completed", CallDuration: "150" });
  await deps.background.settled();

  await countMinutes(deps, shop.account);
  await countMinutes(deps, shop.account);

  expect((await actions(desk, shop.account)).filter((action) => action === "minutes.limit_passed")).toHaveLength(1);
  clock.pass(10 * minute);
  expect((await ring(desk, "voice", { CallSid: "CA2" })).status).toBe(200);
  expect(instant(clock.now())).toBeDefined();
});
