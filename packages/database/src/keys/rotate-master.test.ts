import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import { Phi, type E164, type RecordingId } from "@ringtrail/core";
import { aCall, anId, at, noIntruder, seedShop, type Shop } from "@ringtrail/core/testing";
import { expect, inject, onTestFinished, test } from "vitest";
import { createStores, type Stores } from "../create-stores.ts";
import { freshDatabase, must } from "../../testing/test-cluster.ts";
import type { KeySource } from "./master-key.ts";

async function anInstallation() {
  const database = await freshDatabase(inject("postgres18"));
  onTestFinished(() => database.drop());
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-rotate-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, "keys", "master.key");
  const open = (keys: KeySource = { file }) =>
    createStores({ url: database.url, keys, recordingsFolder: path.join(folder, "rec"), answerTimeoutMs: 20_000 });
  const start = async (keys?: KeySource): Promise<Stores> => {
    const stores = must(await open(keys));
    onTestFinished(() => stores.close());
    return stores;
  };
  return { file, folder, open, start };
}

const recording: RecordingId = anId("recording");

async function aCallerIn(stores: Stores): Promise<Shop> {
  const shop = await seedShop({ ...stores, intruder: noIntruder });
  const { account, connection, site, numbers } = shop;
  const call = aCall({ connection, site, number: numbers[0]?.id ?? anId("none") });
  await stores.calls.ring(account, call);
  await stores.care.saveCaller(
    account,
    call.id,
    { number: Phi.seal("+14155557391" as E164), name: undefined },
    at("10:00"),
  );
  const sound = async function* () {
    yield Buffer.from("what was said");
  };
  await stores.vault.put(account, recording, sound());
  return shop;
}

async function hear({ care, vault }: Stores, { account }: Shop): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of vault.read(account, recording, 0, 12)) parts.push(part);
  const number = (await care.caller(account, anId("call")))?.number;
  return `${Buffer.concat(parts).toString()} ${number && Phi.reveal(number, "care-store")}`;
}

test("the master key is changed while servers run: they read what is old and new, and nobody is signed out", async () => {
  const { file, folder, open, start } = await anInstallation();
  const [first, idle] = [await start(), await start()];
  const shop = await aCallerIn(first);
  const before = readFileSync(file, "utf8");

  const rotated = must(await first.rotateMasterKey());

  expect(rotated.keys).toBe(3);
  expect(readFileSync(file, "utf8")).not.toBe(before);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(rotated.oldKeyFile ?? "", "utf8")).toBe(before);
  // One that had opened nothing of the account before, and one that starts anew.
  const fresh = await start();
  for (const server of [first, idle, fresh]) expect(await hear(server, shop)).toBe("what was said +14155557391");
  expect(Buffer.from(fresh.masterKey)).toEqual(Buffer.from(first.masterKey));

  // What comes after is under the new key alone, whichever server it comes to.
  const later = await aCallerIn(idle);
  rmSync(rotated.oldKeyFile ?? "");
  const last = await start();
  expect([await hear(last, shop), await hear(last, later)]).toEqual(
    Array.from({ length: 2 }, () => "what was said +14155557391"),
  );
  expect(readdirSync(path.join(folder, "keys"))).toEqual(["master.key"]);

  renameSync(file, `${file}.lost`);
  expect(await open({ file, override: before.trim() })).toMatchObject({ reason: { code: "master_key_wrong" } });
});

test("a key of a management service comes from a command, and a rotation goes to it from the one before", async () => {
  const { file, start } = await anInstallation();
  const [old, next] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];
  const shop = await aCallerIn(await start({ file, override: old }));

  const both = await start({ file, command: `printf %s '${next}'`, older: old });
  expect(await hear(both, shop)).toContain("what was said");
  expect(must(await both.rotateMasterKey())).toEqual({ keys: 3, oldKeyFile: undefined });

  expect(await hear(await start({ file, command: `printf %s '${next}'` }), shop)).toContain("what was said");
});
