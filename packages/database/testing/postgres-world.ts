import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { World } from "@ringtrail/core/testing";
import { createStores, type Stores } from "../src/create-stores.ts";
import { openKeys } from "../src/keys/open-keys.ts";
import { openDatabase } from "../src/open-database.ts";
import { fileOf } from "../src/vault/disk-vault.ts";
import { freshDatabase, must, type TestCluster } from "./test-cluster.ts";

/** A world in a database of its own, with recordings and a key file in a folder of its own. */
export async function postgresWorld(cluster: TestCluster): Promise<World & Pick<Stores, "openExport">> {
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-world-"));
  const recordingsFolder = path.join(folder, "recordings");
  const keys = { file: path.join(folder, "keys", "master.key") };
  const { url, superuserUrl, drop } = await freshDatabase(cluster);
  // The machine is shared with other tests: a slow moment is no failure of the store.
  const stores = must(await createStores({ url, keys, recordingsFolder, answerTimeoutMs: 20_000 }));
  const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  const care = openDatabase(url, { role: "ringtrail_care", connections: 1, statementTimeoutMs: 20_000 });
  const api = openDatabase(url, { role: "ringtrail_api", connections: 1, statementTimeoutMs: 20_000 });
  const glass = openDatabase(url, { role: "ringtrail_glass", connections: 1, statementTimeoutMs: 20_000 });
  const { findKey } = must(await openKeys({ api: api.sql, care: care.sql, glass: glass.sql }, keys));
  // Triggers rest for a superuser who asks for it: nobody less can change a proof.
  const asIntruder = (work: (sql: postgres.TransactionSql) => Promise<unknown>) =>
    superuser.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await work(sql);
    });
  return {
    ...stores,
    intruder: {
      rewriteProof: async (account, sequence, wording) => {
        await asIntruder(
          (sql) => sql`update ringtrail.consent_proofs set wording = ${wording}
                       where account_id = ${account} and sequence = ${sequence}`,
        );
      },
      eraseProof: async (account, sequence) => {
        await asIntruder(
          (sql) => sql`delete from ringtrail.consent_proofs where account_id = ${account} and sequence = ${sequence}`,
        );
      },
      flipRecordingBit: async (account, recording) => {
        await flipMiddleBit(fileOf(recordingsFolder, await findKey(account, "recordings"), account, recording));
      },
    },
    close: async () => {
      await Promise.all([stores.close(), superuser.end(), care.close(), api.close(), glass.close()]);
      await drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function flipMiddleBit(file: string): Promise<void> {
  const handle = await open(file, "r+");
  const position = (await handle.stat()).size >> 1;
  const byte = Buffer.alloc(1);
  await handle.read(byte, 0, 1, position);
  byte[0] = (byte[0] ?? 0) ^ 1;
  await handle.write(byte, 0, 1, position);
  await handle.close();
}
