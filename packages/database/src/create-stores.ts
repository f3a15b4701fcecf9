import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { err, ok, type Result } from "@ringtrail/core";
import type * as ports from "@ringtrail/core/ports";
import { exporter, type OpenExport } from "./export/open-export.ts";
import { findUnsafeRole, type RoleUnsafe } from "./find-unsafe-role.ts";
import { pastCalls, type PastCalls } from "./import/past-calls.ts";
import { importer, type ImportAccount } from "./import/open-import.ts";
import { keepKeys, type KeptKeys } from "./keys/keep-keys.ts";
import type { KeyTrouble } from "./keys/master-key.ts";
import { openKeys, type Keys } from "./keys/open-keys.ts";
import { openDatabase, type Database } from "./open-database.ts";
import { accountStore } from "./stores/account-store.ts";
import { proofsOfBothSides } from "./stores/both-sides-proofs.ts";
import { careStore } from "./stores/care-store.ts";
import { clinicFlows } from "./stores/clinic-flows.ts";
import { conversionStore } from "./stores/conversion-store.ts";
import { destinationStore } from "./stores/destination-store.ts";
import { formStore } from "./stores/form-store.ts";
import { healthcareStore } from "./stores/healthcare-store.ts";
import { idempotencyStore } from "./stores/idempotency-store.ts";
import { moneyStore } from "./stores/money-store.ts";
import { openCalls } from "./stores/open-calls.ts";
import { orderStore } from "./stores/order-store.ts";
import { otherTrackerStore } from "./stores/other-tracker-store.ts";
import { overviewStore } from "./stores/overview-store.ts";
import { parameterStore } from "./stores/parameter-store.ts";
import { poolStore } from "./stores/pool-store.ts";
import { proofChain } from "./stores/proof-store.ts";
import { rentStore } from "./stores/rent-store.ts";
import { shopStore } from "./stores/shop-store.ts";
import { siteDirectory } from "./stores/site-directory.ts";
import { soundStore } from "./stores/sound-store.ts";
import { visitStore } from "./stores/visit-store.ts";
import type { StoreOptions } from "./store-options.ts";
import { diskVault } from "./vault/disk-vault.ts";

/** Every port of the core, kept by PostgreSQL. */
export interface Stores extends KeptKeys {
  readonly accounts: ports.AccountStore;
  readonly directory: ports.SiteDirectory;
  readonly pools: ports.PoolStore;
  readonly numbers: ports.NumberStore;
  readonly visits: ports.VisitStore;
  readonly calls: ports.CallStore;
  readonly care: ports.CareStore;
  readonly proofs: ports.ProofStore;
  readonly vault: ports.RecordingVault;
  readonly idempotency: ports.IdempotencyStore;
  readonly parameters: ports.ParameterStore;
  readonly money: ports.MoneyStore;
  readonly orders: ports.OrderStore;
  readonly overviews: ports.OverviewStore;
  readonly shops: ports.ShopStore;
  readonly otherTrackers: ports.OtherTrackerStore;
  readonly conversions: ports.ConversionStore;
  readonly sounds: ports.SoundStore;
  readonly destinations: ports.DestinationStore;
  readonly forms: ports.FormStore;
  readonly healthcare: ports.HealthcareStore;
  /** Opens one account for export, as it is at this instant. */
  readonly openExport: OpenExport;
  /** Takes in an account of an export, whole or not at all. */
  readonly importAccount: ImportAccount;
  /** What other call trackers took before. */
  readonly pastCalls: PastCalls;
  /** For the auth library's drizzle adapter, with `authTables`. */
  readonly authDatabase: PostgresJsDatabase;
  /** The same connections without drizzle, for LISTEN and NOTIFY. Acts as `ringtrail_api`. */
  readonly sql: Sql;
  /** The 32 bytes every other key hangs on, to derive the server's signing keys from. Never logged. */
  readonly masterKey: Uint8Array;
  /** Answers when the database does. @throws when it cannot be reached. */
  readonly ping: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Why the stores cannot be opened. Nothing was changed. */
export type StoreTrouble = KeyTrouble | RoleUnsafe;

/**
 * Opens every store on a migrated database. Refuses to work as a role that row-level security does not hold, or with a
 * master key the database was not sealed with. @throws when the database cannot be reached.
 */
export async function createStores(options: StoreOptions): Promise<Result<Stores, StoreTrouble>> {
  const { url, connections = 16, answerTimeoutMs = 500 } = options;
  const answer = openDatabase(url, { role: "ringtrail_api", connections, statementTimeoutMs: answerTimeoutMs });
  const ring = openDatabase(url, { role: "ringtrail_api", connections: 4, statementTimeoutMs: answerTimeoutMs });
  const desk = openDatabase(url, { role: "ringtrail_api", connections: 3, statementTimeoutMs: 30_000 });
  const care = openDatabase(url, { role: "ringtrail_care", connections: 3, statementTimeoutMs: 30_000 });
  const glass = openDatabase(url, { role: "ringtrail_glass", connections: 2, statementTimeoutMs: 30_000 });
  const close = async () => {
    await Promise.all([answer.close(), ring.close(), desk.close(), care.close(), glass.close()]);
  };
  try {
    for (const { sql } of [desk, care, glass]) {
      const unsafe = await findUnsafeRole(sql);
      if (unsafe !== undefined) return await closing(close, unsafe);
    }
    const keys = await openKeys({ api: desk.sql, care: care.sql, glass: glass.sql }, options.keys);
    if (!keys.ok) return await closing(close, keys.reason);
    return ok({ ...storesOf({ answer, ring, desk, care, glass }, keys.value, options), close });
  } catch (error) {
    await close();
    throw error;
  }
}

function storesOf(
  { answer, ring, desk, care, glass }: Readonly<Record<"answer" | "ring" | "desk" | "care" | "glass", Database>>,
  { master, findKey, findKeyWithin }: Keys,
  { recordingsFolder, lendTogether = 64, keys }: StoreOptions,
): Omit<Stores, "close"> {
  const clinics = clinicFlows({ api: desk.db, care: care.db });
  return {
    accounts: accountStore(desk.sql, desk.db, findKey, clinics),
    directory: siteDirectory(answer.sql, findKey, clinics, desk.sql),
    pools: poolStore(answer.sql, desk.sql, lendTogether),
    numbers: rentStore(desk.sql, desk.db),
    visits: visitStore(answer.sql, ring.sql, desk.sql),
    calls: openCalls({ answer, desk, care, glass }, findKey),
    care: careStore(care.sql, findKey),
    proofs: proofsOfBothSides({ marketing: proofChain(answer.db, "marketing"), care: proofChain(care.db, "care") }),
    vault: diskVault(recordingsFolder, findKey),
    idempotency: idempotencyStore(desk.db),
    parameters: parameterStore(desk.db),
    money: moneyStore(desk.db),
    orders: orderStore(desk.db),
    overviews: overviewStore(desk.sql),
    shops: shopStore(desk.sql, desk.db, findKey),
    otherTrackers: otherTrackerStore(desk.db),
    conversions: conversionStore(desk.db),
    sounds: soundStore(answer.db, desk.db),
    destinations: destinationStore(desk.sql, desk.db, findKey),
    forms: formStore(desk.sql, desk.db),
    healthcare: healthcareStore(glass.sql, desk.db, findKey),
    openExport: exporter({ api: desk.sql, care: care.sql }, findKey),
    importAccount: importer(desk.sql, findKeyWithin, (keys) => diskVault(recordingsFolder, keys)),
    pastCalls: pastCalls(desk.db),
    authDatabase: desk.db,
    sql: desk.sql,
    masterKey: master,
    ...keepKeys({ api: desk.sql, care: care.sql, glass: glass.sql }, keys),
    ping: async () => void (await answer.sql`select 1`),
  };
}

const closing = (close: () => Promise<void>, reason: StoreTrouble) => close().then(() => err(reason));
