import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { aCallFlow, aCallTo, aNumber, at, aTouch, noIntruder, seedShop, type Shop } from "@ringtrail/core/testing";
import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import postgres, { type Sql } from "postgres";
import { createStores, type Stores } from "../src/create-stores.ts";
import { findJoiningRights } from "../src/look-at-healthcare.ts";
import { openDatabase } from "../src/open-database.ts";
import { dumpTables } from "./attack/dump-tables.ts";
import { freshDatabase, must, type TestDatabase } from "./test-cluster.ts";

// Who a clinic's people are: the specialist on the label and in the menu, who was told of recordings, and where.
const ito = aNumber("+14155550171");
const words = ["oncology", "Dr Ito", "4155550171", "nurse Ann", "US-OR"];
const flow = aCallFlow({
  isHealthcare: true,
  healthcare: { periodDays: 28 },
  destination: ito,
  seats: [{ phone: ito, place: "US-OR" }],
  standingNotices: [{ phone: ito, person: "nurse Ann", toldAt: 0 as never, textSha256: "ab" }],
  announcement: { ...aCallFlow().announcement, text: "You have reached oncology." },
});
const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-names-"));
let database: TestDatabase;
let stores: Stores;
let root: Sql;
let clinic: Shop;

beforeAll(async () => {
  database = await freshDatabase(inject("postgres18"));
  const keys = { file: path.join(folder, "master.key") };
  stores = must(await createStores({ url: database.url, keys, recordingsFolder: folder, answerTimeoutMs: 20_000 }));
  root = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
});
beforeEach(async () => {
  clinic = await seedShop({
    ...stores,
    intruder: noIntruder,
  });
});
afterAll(async () => {
  await root.end();
  await stores.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Which of the words a role reads anywhere. */
async function read(role: "ringtrail_api" | "ringtrail_care" | "ringtrail_glass"): Promise<readonly string[]> {
  const side = openDatabase(database.url, { role, connections: 1, statementTimeoutMs: 30_000 });
  const text = JSON.stringify(await dumpTables(side.sql, clinic.account));
  await side.close();
  return words.filter((word) => text.includes(word));
}

async function becomeClinic(): Promise<void> {
  await nameNumber();
  await stores.accounts.saveFlow(clinic.account, clinic.site, flow);
}

async function nameNumber(): Promise<void> {
  const target = { e164: aNumber("+14155550142"), label: "Dr Ito, oncology" };
  await stores.accounts.saveTarget(clinic.account, clinic.site, target);
}

test("no name of a clinic's people stands in the marketing side's dump, nor in the third table; a shop's do", async () => {
  await stores.accounts.saveFlow(clinic.account, clinic.site, { ...flow, isHealthcare: undefined });
  expect(await read("ringtrail_api")).toEqual(words.filter((word) => word !== "Dr Ito"));

  await becomeClinic();

  expect(await read("ringtrail_api")).toEqual([]);
  expect(await read("ringtrail_glass")).toEqual([]);
  expect(await read("ringtrail_care")).toEqual(words);
});

test("a clinic from before is taken over by the migrations, whole", async () => {
  await nameNumber();
  const all = "disable trigger user";
  await root.unsafe(`alter table ringtrail.sites ${all}; alter table ringtrail.target_numbers ${all};
                     alter table ringtrail.sites drop constraint sites_clinic_flow`);
  await root`update ringtrail.sites set flow = ${JSON.stringify(flow)}::text::jsonb where id = ${clinic.site}`;
  await root.unsafe(`alter table ringtrail.sites enable trigger user;
                     alter table ringtrail.target_numbers enable trigger user`);
  expect(await read("ringtrail_api")).toEqual(words);

  for (const file of ["0060_care_labels.sql", "0061_care_flows.sql"]) {
    const steps = readFileSync(new URL(`../migrations/${file}`, import.meta.url), "utf8").split(
      "--> statement-breakpoint",
    );
    const moving = steps.slice(steps.findIndex((step) => step.includes("The clinics that are there already")));
    await root.begin((work) => work.unsafe(moving.join("\n")));
  }

  expect(await read("ringtrail_api")).toEqual([]);
  expect(await read("ringtrail_care")).toEqual(words);
  expect(await stores.accounts.flowOf(clinic.account, clinic.site)).toEqual(flow);
});

test("without its trigger the marketing side's table refuses a clinic's flow, and the doctor finds it", async () => {
  await becomeClinic();
  await root`alter table ringtrail.sites disable trigger user`;
  const write = root`update ringtrail.sites set flow = ${JSON.stringify(flow)}::text::jsonb where id = ${clinic.site}`;

  await expect(write).rejects.toThrow("sites_clinic_flow");
  const off = ["no trigger healthcare_flow on ringtrail.sites", "no trigger healthcare_labels on ringtrail.sites"];
  expect(await findJoiningRights(root)).toEqual(off);
  await root`alter table ringtrail.sites enable trigger user`;
  expect(await findJoiningRights(root)).toEqual([]);
});

test("a clinic that came without its care side rings the number on its page, unrecorded, until it has a flow again", async () => {
  await becomeClinic();
  await root`delete from care.site_flows where site_id = ${clinic.site}`;
  const { directory, accounts } = stores;
  const route = await directory.routeByNumber(clinic.connection, clinic.source.e164);
  const [own] = (await directory.sitesOf(clinic.account))[0]?.targets ?? [];

  expect(route?.flow).toMatchObject({ isHealthcare: true, destination: own?.e164, recordingWanted: false });
  expect((await directory.allRoutes()).find(({ number }) => number === clinic.source.id)).toEqual(route);
  expect(await accounts.flowOf(clinic.account, clinic.site)).toEqual(route?.flow);
  await accounts.saveFlow(clinic.account, clinic.site, flow);
  expect(await accounts.flowOf(clinic.account, clinic.site)).toEqual(flow);
});

test("a specialist's pool and site, and the names of both, tell nothing of a call on the marketing side", async () => {
  const { account, site, pool, target, source } = clinic;
  await root`update ringtrail.sites set name = 'Dr Miller, cardiology' where id = ${site}`;
  await root`update ringtrail.pools set name = 'Dr Miller, cardiology' where id = ${pool.id}`;
  await becomeClinic();
  const hook = { id: randomUUID(), kind: "webhook", name: "CRM", isOn: true, site, settings: {} };
  await stores.destinations.saveDestination(
    account,
    { ...hook, facts: ["call.started", "call.completed"] },
    at("09:00"),
  );
  const calls = [];
  for (const nth of [1, 2, 3, 4, 5]) {
    calls.push(await aCallTo({ ...stores, intruder: noIntruder }, clinic, `${nth}`, aTouch({ campaign: "brand" })));
  }
  const form = { id: randomUUID(), site, name: "contact", ref: undefined, page: undefined, visit: undefined };
  await stores.forms.keep(account, { ...form, touch: undefined, sentAt: at("10:00") });
  await stores.healthcare.publish(account, site, { before: "2026-03-09", least: 5 });

  const side = openDatabase(database.url, { role: "ringtrail_api", connections: 1, statementTimeoutMs: 30_000 });
  const rows = (await dumpTables(side.sql, account)).map(({ table, row }) => ({ table, text: JSON.stringify(row) }));
  await side.close();
  const tablesOf = (words: readonly string[]) =>
    [
      ...new Set(rows.filter(({ text }) => words.some((word) => text.includes(word))).map(({ table }) => table)),
    ].toSorted();

  // What is told of calls, the calls' counts and forms: by the site's id, and by no pool, number or name.
  expect(tablesOf(calls)).toEqual(["ringtrail.deliveries", "ringtrail.outbox"]);
  expect(rows.filter(({ table }) => table === "ringtrail.healthcare_counts").length).toBeGreaterThan(0);
  expect(tablesOf(["Dr Miller"])).toEqual(["ringtrail.pools", "ringtrail.sites"]);
  const setUp = ["leases", "pools", "share_turns", "target_numbers", "tracking_numbers"].map(
    (table) => `ringtrail.${table}`,
  );
  const ways = [pool.id, target, source.id, source.e164];
  expect(tablesOf(ways).filter((table) => !setUp.includes(table))).toEqual([]);
  const lent = rows.filter(({ table, text }) => table === "ringtrail.leases" && !text.includes('"visit_id":null'));
  expect(lent).toEqual([]);
});
