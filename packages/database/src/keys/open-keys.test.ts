import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, expect, inject, test } from "vitest";
import { createStores, type Stores } from "../create-stores.ts";
import type { KeySource } from "./master-key.ts";
import { freshDatabase, must, type TestDatabase } from "../../testing/test-cluster.ts";

const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-keys-"));
let database: TestDatabase;
let nth = 0;
let file = "";
const opened: Stores[] = [];

beforeEach(async () => {
  database = await freshDatabase(inject("postgres18"));
  file = path.join(folder, String((nth += 1)), "keys", "master.key");
});
afterEach(async () => {
  for (const stores of opened.splice(0)) await stores.close();
  await database.drop();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openStores(keys: KeySource) {
  const stores = await createStores({ url: database.url, keys, recordingsFolder: folder });
  if (stores.ok) opened.push(stores.value);
  return stores;
}

async function aConnection({ accounts }: Stores): Promise<string> {
  const account = await accounts.createAccount("Shop");
  const keys = { carrier: "twilio", carrierAccount: "AC1", secret: "s3cret", apiBase: "http://127.0.0.1:1" } as const;
  return accounts.saveConnection({ account, ...keys });
}

test("the first start makes a key that only its owner can read, and the next start uses it", async () => {
  const first = must(await openStores({ file }));
  const connection = await aConnection(first);

  const second = must(await openStores({ file }));

  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(Buffer.from(readFileSync(file, "utf8"), "base64")).toHaveLength(32);
  expect((await second.directory.connectionById(connection as never))?.secret).toBe("s3cret");
});

test("a wrong key file is named, with what to do, and nothing is written under it", async () => {
  must(await openStores({ file }));
  writeFileSync(file, randomBytes(32).toString("base64"));

  const refused = await openStores({ file });

  expect(refused).toMatchObject({ ok: false, reason: { code: "master_key_wrong", source: file } });
  expect(refused.ok || refused.reason.fix).toContain("Restore the right key");
});

test("a lost key file is not replaced by a new one", async () => {
  must(await openStores({ file }));
  rmSync(file);

  expect(await openStores({ file })).toMatchObject({ reason: { code: "master_key_missing", source: file } });
  expect(() => statSync(file)).toThrow("ENOENT");
});

test.each(["", "short", "not base64 at all, but quite long enough for it!"])(
  "a key file that says %j is malformed",
  async (text) => {
    must(await openStores({ file }));
    writeFileSync(file, text);

    expect(await openStores({ file })).toMatchObject({ reason: { code: "master_key_malformed", source: file } });
  },
);

test("RINGTRAIL_MASTER_KEY wins over the file, and its value is in no reason", async () => {
  const override = randomBytes(32).toString("base64");
  must(await openStores({ file, override }));
  expect(() => statSync(file)).toThrow("ENOENT");

  const wrong = randomBytes(32).toString("base64");
  const refused = await openStores({ file, override: wrong });

  expect(refused).toMatchObject({ reason: { code: "master_key_wrong", source: "RINGTRAIL_MASTER_KEY" } });
  expect(JSON.stringify(refused)).not.toContain(wrong);
});

test("servers that start at once for the first time agree on one key", async () => {
  const started = await Promise.all(Array.from({ length: 4 }, () => openStores({ file })));

  expect(started.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  expect(new Set(started.map((one) => one.ok && Buffer.from(one.value.masterKey).toString("hex"))).size).toBe(1);
});
