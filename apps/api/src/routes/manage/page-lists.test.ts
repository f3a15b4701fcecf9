import {
  allEndpoints,
  ApiKeyList,
  CallerPlaceList,
  PeopleList,
  PoolList,
  scopes,
  SiteList,
  WaitingCallList,
} from "@ringtrail/api-contract";
import { after, minute, Phi, type CallId, type E164 } from "@ringtrail/core";
import { aCall, aMatch, anId, aSite, at } from "@ringtrail/core/testing";
import { expect, test } from "vitest";
import { aKey, problemIn, type AskAsKey } from "../../../testing/ask-as-key.ts";
import { aTestApp } from "../../../testing/test-app.ts";

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
}

/** Every item of a list, and how many came on each page. */
async function pages<Item>(ask: AskAsKey, path: string, read: (answer: unknown) => Page<Item>) {
  const [items, sizes]: [Item[], number[]] = [[], []];
  let next: string | undefined;
  do {
    const cursor: string = next === undefined ? "" : `&cursor=${next}`;
    const page = read(await (await ask(`${path}${path.includes("?") ? "&" : "?"}limit=2${cursor}`)).json());
    items.push(...page.items);
    sizes.push(page.items.length);
    next = page.next;
  } while (next !== undefined);
  return { items, sizes };
}

test("200: keys come page by page, each once, and a few of them on a single one", async () => {
  const app = await aTestApp();
  const ask = await aKey(app, ["keys:write", "calls:read"]);
  for (const name of ["b", "a", "d", "c"]) await ask("/v1/api-keys", { body: { name, scopes: ["calls:read"] } });
  const read = (answer: unknown) => {
    const { keys, next } = ApiKeyList.parse(answer);
    return { items: keys.map(({ name }) => name), next };
  };

  const { items, sizes } = await pages(ask, "/v1/api-keys", read);

  expect([items, sizes]).toEqual([
    ["a", "b", "c", "d", "test"],
    [2, 2, 1],
  ]);
  expect(read(await (await ask("/v1/api-keys")).json())).toMatchObject({ items, next: undefined });
});

test("200: places a file declared at one moment come page by page, none twice and none left out", async () => {
  const app = await aTestApp();
  const { account } = app.shop;
  const ask = await aKey(app, ["sites:read"]);
  const declared = { kind: "declared", place: "US-CA", basis: "a form", declaredBy: "cli" } as const;
  for (let nth = 0; nth < 5; nth += 1) {
    const number = Phi.seal(`+1415555010${nth}` as E164);
    await app.deps.care.declarePlace(account, { ...declared, number, declaredAt: at("09:00") });
  }
  const read = (answer: unknown) => {
    const { places, next } = CallerPlaceList.parse(answer);
    return { items: places.map(({ id }) => id), next };
  };

  const { items, sizes } = await pages(ask, "/v1/caller-places", read);

  expect([new Set(items).size, sizes]).toEqual([5, [2, 2, 1]]);
  expect(read(await (await ask("/v1/caller-places")).json()).items.toSorted()).toEqual(items.toSorted());
});

test("200: calls that wait for an order come page by page, newest first, those of one moment too", async () => {
  const app = await aTestApp();
  const { account, connection, site, numbers } = app.shop;
  const ask = await aKey(app, ["calls:read"]);
  const ids: CallId[] = [];
  for (const [nth, minutes] of [3, 2, 2, 2, 1].entries()) {
    const rung = { connection, site, number: numbers[0]?.id ?? anId<never>("none"), carrierRef: `ref ${nth}` };
    const call = aCall({ ...rung, id: anId(`waits ${nth}`), rangAt: after(at("09:00"), minutes * minute) });
    await app.deps.calls.ring(account, call);
    await app.deps.calls.saveMatch(account, call.id, aMatch({ candidates: [] }), undefined);
    ids.push(call.id);
  }

  const day = new Date(at("09:00")).toISOString().slice(0, 10);
  const { items, sizes } = await pages(ask, `/v1/orders/waiting?from=${day}&to=${day}`, (answer) => {
    const { calls, next } = WaitingCallList.parse(answer);
    return { items: calls.map(({ id }) => id), next };
  });

  expect(sizes).toEqual([2, 2, 1]);
  expect([items[0], items.at(-1)]).toEqual([ids[0], ids[4]]);
  expect(items.toSorted()).toEqual(ids.toSorted());
});

test("200: pools come page by page with their own figures, each once", async () => {
  const app = await aTestApp();
  const { account, target, site } = app.shop;
  const ask = await aKey(app, ["pools:read"]);
  const settings = { provisionalMs: minute, graceMs: minute, restMs: minute, site, target, exclusive: false };
  for (const name of ["a", "b", "c", "d"]) await app.deps.accounts.savePool(account, { ...settings, name });
  const read = (answer: unknown) => {
    const { pools, next } = PoolList.parse(answer);
    return { items: pools.map(({ id }) => id), next };
  };

  const { items, sizes } = await pages(ask, "/v1/pools", read);

  expect([new Set(items).size, sizes]).toEqual([5, [2, 2, 1]]);
  expect(read(await (await ask("/v1/pools")).json()).items.toSorted()).toEqual(items.toSorted());
});

test("200: of the sites of an agency a hundred come unasked, and the rest by the cursor", async () => {
  const app = await aTestApp();
  const { account } = app.shop;
  const ask = await aKey(app, ["sites:read"]);
  for (let nth = 0; nth < 103; nth += 1) {
    await app.deps.accounts.saveSite(account, aSite(`client-${nth}`));
  }
  const first = SiteList.parse(await (await ask("/v1/sites")).json());
  const second = SiteList.parse(await (await ask(`/v1/sites?cursor=${first.next}`)).json());

  expect([first.sites.length, second.sites.length, second.next]).toEqual([100, 4, undefined]);
  expect(new Set([...first.sites, ...second.sites].map(({ id }) => id)).size).toBe(104);
});

test("422: a cursor nobody gave and a page of none are refused by every list", async () => {
  const app = await aTestApp();
  const ask = await aKey(app, [...scopes]);
  const lists = allEndpoints.filter(({ query, path }) => query?.shape["cursor"] !== undefined && !path.includes("{"));

  for (const { path, query } of lists) {
    const needsDays = query?.shape["from"]?.safeParse(undefined).success === false;
    const days = needsDays ? "from=2026-03-01&to=2026-03-02&" : "";
    expect((await problemIn(await ask(`${path}?${days}cursor=no+cursor!`)))["code"], path).toBe("cursor_malformed");
    expect((await problemIn(await ask(`${path}?${days}limit=0`)))["field"], path).toBe("limit");
  }
  expect(lists.length).toBeGreaterThan(18);
});

test("200: invitations stand on the first page of the people alone", async () => {
  const app = await aTestApp();
  const ask = await aKey(app, ["people:read"]);
  const invitation = { id: anId<string>("bob"), account: app.shop.account, email: "bob@example.com", invitedBy: "cli" };
  await app.deps.accounts.invite({ ...invitation, role: "agent", expiresAt: at("23:00") }, "hash");

  expect(PeopleList.parse(await (await ask("/v1/people?limit=1")).json()).invitations).toHaveLength(1);
  const second = await ask(`/v1/people?limit=1&cursor=${Buffer.from("a").toString("base64url")}`);
  expect(PeopleList.parse(await second.json())).toMatchObject({ people: [], invitations: [] });
});
