import { Readable } from "node:stream";
import { instant, Phi, type AccountId, type SiteId } from "@ringtrail/core";
import { seedShop } from "@ringtrail/core/testing";
import type { Stores } from "@ringtrail/database";
import { expect, test, vi } from "vitest";
import { aServersStores } from "../../../testing/a-moved-account.ts";
import { reportCalls } from "../../report/report-calls.ts";
import { callrailWords } from "./callrail/callrail-words.ts";
import { importPastCalls, type PastImport, type PastImported } from "./import-past-calls.ts";
import { readPastNumbers } from "./read-past-numbers.ts";

vi.setConfig({ testTimeout: 240_000 });

const file = `id,tracking_phone_number,start_time,customer_phone_number,customer_name,answered,duration,source,landing_page_url,recording,tags
CAL1,(415) 555-0177,2026-11-02T10:00:00-05:00,+12125550188,Ann Lee,true,125,Google Ads,https://plumber.example/?gclid=abc,https://app.callrail.com/1,hot
CAL2,(415) 555-0177,2026-11-03T10:00:00-05:00,+12125550188,Ann Lee,false,20,Yelp,,,
CAL3,(415) 555-0178,2026-11-04T10:00:00-05:00,anonymous,,true,60,,,,
CAL4,rubbish,2026-11-04T10:00:00-05:00,+12125550188,,true,60,,,,
CAL5,(415) 555-0177,2026-11-04 10:00:00,+12125550188,,true,60,${"x".repeat(8_192)},,,
CAL1,(415) 555-0177,2026-11-02T10:00:00-05:00,+12125550188,Ann Lee,true,125,,,,
`;
const numbersFile = "tracking_number,source\n+14155550178,Billboard\n+14155550179,Website Pool\nrubbish,x\n";

async function take(stores: Stores, where: { account: AccountId; site: SiteId }, over: Partial<PastImport> = {}) {
  const target = (await stores.directory.sitesOf(where.account))[0]?.targets[0]?.id;
  const { numbers } = await readPastNumbers(Readable.from([Buffer.from(numbersFile)]), callrailWords);
  const fixed = { tracker: "callrail", words: callrailWords, zone: undefined, dryRun: false, actor: "cli" } as const;
  const now = instant(Date.parse("2026-11-26T00:00:00Z"));
  const order = { ...where, ...fixed, target: target as never, numbers, now, ...over };
  return (await importPastCalls(stores, Readable.from([Buffer.from(file)]), order)) as PastImported;
}

test("a dry run says what the run does; the run again changes nothing; list, report and callers have the calls", async () => {
  const { stores } = await aServersStores();
  const { account, site } = await seedShop(stores as never);
  const routes = await stores.directory.allRoutes();
  const carriers = await stores.accounts.connectionsOf(account);

  const tried = await take(stores, { account, site }, { dryRun: true });
  expect((await listed(stores, account)).length).toBe(0);
  expect(await stores.pastCalls.find(account, "callrail")).toBeUndefined();
  const taken = await take(stores, { account, site });
  expect({ ...taken, dryRun: true }).toEqual(tried);
  expect(taken).toMatchObject({
    rows: 6,
    added: 3,
    known: 1,
    answered: 2,
    sourced: 3,
    recordings: 1,
    refused: [
      { line: 5, code: "number_malformed" },
      { line: 6, code: "zone_missing" },
    ],
    numbers: { added: 3, known: 0 },
    leftColumns: ["tags"],
  });

  const before = await listed(stores, account);
  const again = await take(stores, { account, site });
  expect(again).toMatchObject({ added: 0, known: 4, numbers: { added: 0, known: 3 } });
  expect(await listed(stores, account)).toEqual(before);

  // A run that broke off between a call and its caller is finished by the next one.
  await stores.sql.begin(async (work) => {
    await work`select set_config('ringtrail.account', ${account}, true)`;
    await work`update ringtrail.calls set match_kind = null, source_touch = null where carrier_ref = 'CAL1'`;
  });
  expect(await take(stores, { account, site })).toMatchObject({ added: 1, known: 3 });
  expect(await listed(stores, account)).toEqual(before);

  expect(before.map(({ matchKind, touch, state }) => [matchKind, touch?.source, touch?.rule, state.phase])).toEqual([
    ["none", "billboard", "imported", "ended"],
    ["none", "yelp", "imported", "ended"],
    ["none", "google", expect.not.stringMatching("imported"), "ended"],
  ]);
  const [, second, first] = before;
  const who = second && (await stores.care.caller(account, second.id));
  expect(who?.number && Phi.reveal(who.number, "care-store")).toBe("+12125550188");
  expect(second && (await stores.care.earlierCalls(account, second.id)).map(({ call }) => call)).toEqual([first?.id]);
  const facts = first && (await stores.calls.facts(account, first.id));
  expect(JSON.stringify([before, facts])).not.toMatch(/2125550188|Ann Lee|app\.callrail/);
  expect(facts).toMatchObject({ carrierRef: "CAL1", healed: true, match: { model: "imported", candidates: [] } });

  const asked = { account, by: "source", model: "linear", from: "2026-11-01", to: "2026-11-30" } as const;
  const report = await reportCalls({ money: stores.money, numbers: new Map() }, { ...asked, timeZone: "UTC", site });
  for (const source of ["billboard", "yelp", "google"]) expect(JSON.stringify(report)).toContain(`"${source}"`);

  // No carrier was added, no number is shown or routed, nobody is told of what happened long ago, no minute is counted.
  expect(await stores.directory.allRoutes()).toEqual(routes);
  expect(await stores.accounts.connectionsOf(account)).toEqual(carriers);
  const kept = await stores.pastCalls.find(account, "callrail");
  expect(kept && (await stores.directory.connectionById(kept))).toBeUndefined();
  expect(await stores.numbers.calledMs(account, instant(0))).toBe(0);
  const told = await stores.sql.begin(async (work) => {
    await work`select set_config('ringtrail.account', ${account}, true)`;
    return work`select count(*)::int as facts from ringtrail.outbox`;
  });
  expect(told).toMatchObject([{ facts: 0 }]);
});

test("a file that is no export names what it lacks", async () => {
  const { stores } = await aServersStores();
  const { account, site } = await seedShop(stores as never);

  const order = { account, site, tracker: "callrail", words: callrailWords, numbers: [], dryRun: true } as never;
  for (const text of ["", "\0\0\0", "name,phone\nAnn,1\n"]) {
    const done = await importPastCalls(stores, Readable.from([Buffer.from(text)]), order);
    expect(done).toEqual({ missing: expect.arrayContaining(["ref", "number", "at"]) });
  }
});

async function listed(stores: Stores, account: AccountId) {
  const page = await stores.calls.list(account, { cursor: undefined, limit: 50 });
  return page.ok ? page.value.calls : [];
}
