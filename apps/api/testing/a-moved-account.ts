import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { instant, Phi, type AccountId, type SiteId } from "@ringtrail/core";
import { aCall, aCallFlow, aNumber, aSite, at, aTouch, seedShop } from "@ringtrail/core/testing";
import { createStores, makeId, type Stores } from "@ringtrail/database";
import { must } from "@ringtrail/database/testing";
import { onTestFinished } from "vitest";
import { exportAccount } from "../src/export/export-account.ts";
import { importAccount, type ImportFolder } from "../src/import/import-account.ts";
import { sha256 } from "../src/cli/chain/walk-chain.ts";
import { createApiKey } from "../src/workflows/create-api-key.ts";
import { keepSound } from "../src/workflows/keep-sound.ts";
import { aDatabase } from "./a-database.ts";
import { aFolder } from "./a-running-server.ts";
import { aToldCall } from "./a-told-call.ts";
import { aWav } from "./a-wav.ts";

/** The stores of a server of its own: another database, another master key, another folder of recordings. */
export async function aServersStores(): Promise<{ readonly stores: Stores; readonly recordings: string }> {
  const { url } = await aDatabase();
  const folder = aFolder();
  const recordings = path.join(folder, "recordings");
  const keys = { file: path.join(folder, "master.key"), override: randomBytes(32).toString("base64") };
  const stores = must(await createStores({ url, keys, recordingsFolder: recordings, answerTimeoutMs: 20_000 }));
  onTestFinished(() => stores.close());
  return { stores, recordings };
}

/** An account with something in every corner: a credited, recorded, proved and valued call, costs, a sound, a key. */
export async function aLivedInAccount(stores: Stores): Promise<AccountId> {
  const shop = await seedShop(stores as never);
  const { account, site } = shop;
  const now = () => at("11:00");
  const deps = { ...stores, newId: makeId, now };
  const { call } = await aToldCall({ deps, shop } as never);
  await stores.money.setValue(account, call, { micros: 9_007_199_254_740_991, currency: "USD" }, now());
  const cost = { day: "2026-11-02", source: "google", medium: "cpc", campaign: "Frühling 🛠", line: "a" };
  const bill = { ...cost, keyword: undefined, landingPath: "/", currency: "USD", micros: 1, clicks: 1, impressions: 1 };
  await stores.money.saveCosts(account, site, makeId(), [bill]);
  await createApiKey(deps, { account, name: "reports", scopes: ["calls:read"], expiresAt: undefined, actor: "cli" });
  const form = { id: makeId<string>(), site, name: "contact", ref: "77", page: "/", visit: undefined, touch: aTouch() };
  await stores.forms.keep(account, { ...form, sentAt: now() });
  const night = { from: "20:00", to: "07:00", timeZone: "Europe/Berlin" };
  await stores.destinations.saveQuietTimes(account, "ann@shop.example", night);
  const bytes = aWav({ rate: 44_100, hz: 900, seconds: 1 });
  must(await keepSound(deps, { account, name: "ours.wav", bytes, actor: "cli" }));
  // Of one moment, so that only their numbers can order them.
  for (const last of [7, 3, 9, 1]) {
    const place = { place: "US-WA", basis: "lives there", declaredBy: "ann", declaredAt: now() };
    await stores.care.declarePlace(account, { number: Phi.seal(aNumber(`+1206555014${last}`)), ...place } as never);
  }
  const place = { connection: shop.connection, number: shop.source.id, site: await aClinicOf(stores, account) };
  const patient = aCall({ ...place, id: makeId(), carrierRef: "patient", isHealthcare: true });
  await stores.calls.ring(account, patient);
  await stores.care.saveCaller(
    account,
    patient.id,
    { number: Phi.seal(aNumber("+12065550199")), name: undefined },
    now(),
  );
  const note = Phi.seal({ lead: "won" as const, tags: ["roof"], text: "Ruft wieder an 🛠" });
  await stores.care.writeNote(account, call, { note, author: "user:ann", at: now() });
  return account;
}

/** A site of the account that is in healthcare mode. */
async function aClinicOf({ accounts, care }: Stores, account: AccountId): Promise<SiteId> {
  const clinic = await accounts.saveSite(account, aSite(`clinic-${account}`));
  await accounts.saveFlow(account, clinic, aCallFlow({ isHealthcare: true, blocked: [aNumber("+12065550198")] }));
  await care.namePhones(account, clinic, [aNumber("+12065550197")]);
  await accounts.saveTarget(account, clinic, { e164: aNumber("+12065550197"), label: "Dr Ito, oncology" });
  return clinic;
}

/** Exports with everything. Answers the folder. */
export async function exported(stores: Stores, account: AccountId): Promise<string> {
  const folder = path.join(aFolder(), "export");
  const coveredBy = "our own copy";
  const order = { account, folder, care: true, coveredBy, now: instant(at("12:00")), actor: "cli", version: "1.0.0" };
  await exportAccount(stores, { ...order, law: undefined }, () => {});
  return folder;
}

/** Takes a folder in, in silence. */
export function imported(stores: Stores, folder: string, over: Partial<ImportFolder> = {}) {
  const order = { folder, name: undefined, dryRun: false, now: instant(at("13:00")), actor: "cli", ...over };
  return importAccount(stores, order, () => {});
}

/** Every file below a folder with its bytes as text, by its path. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  const plain = files.filter((file) => statSync(path.join(folder, file)).isFile());
  return new Map(plain.map((file) => [file, readFileSync(path.join(folder, file), "latin1")]));
}

/** Changes one file of an export and its entry in the list, as somebody would who knows what they do. */
export function forge(folder: string, file: string, change: (text: string) => string): void {
  const text = change(readFileSync(path.join(folder, file), "utf8"));
  writeFileSync(path.join(folder, file), text);
  const manifest = JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8"));
  const entry = manifest.files.find((one: { file: string }) => one.file === file);
  Object.assign(entry, { bytes: Buffer.byteLength(text), sha256: sha256(text) });
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest));
}
