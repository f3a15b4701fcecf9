import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { Phi, type E164, type RecordingId } from "@ringtrail/core";
import { aCall, anId, at, noIntruder, seedShop } from "@ringtrail/core/testing";
import { expect, inject, onTestFinished, test } from "vitest";
import { createStores } from "../src/create-stores.ts";
import { freshDatabase, must } from "./test-cluster.ts";

const number = "+14155557391";
const name = "Wilhelmina Featherstonehaugh";

/** Every file below a folder. What is gone before it could be read was no use to a thief either. */
function* filesBelow(folder: string): Generator<Buffer> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    try {
      yield readFileSync(path.join(entry.parentPath, entry.name));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
}

test("a stolen database file plus a stolen recordings folder, without the key, give no caller and no audio", async () => {
  const database = await freshDatabase(inject("postgres18"));
  onTestFinished(() => database.drop());
  const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-stolen-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const recordingsFolder = path.join(folder, "recordings");
  const keys = { file: path.join(folder, "keys", "master.key") };
  const stores = must(await createStores({ url: database.url, keys, recordingsFolder, answerTimeoutMs: 20_000 }));
  onTestFinished(() => stores.close());
  const { account, connection, site, numbers } = await seedShop({ ...stores, intruder: noIntruder });
  const call = aCall({ connection, site, number: numbers[0]?.id ?? anId("none"), carrierRef: "CA-that-lies-open" });
  await stores.calls.ring(account, call);
  const caller = { number: Phi.seal(number as E164), name: Phi.seal(name) };
  await stores.care.saveCaller(account, call.id, caller, at("10:00"));
  // A sound whose every part would be known again, and a telephone's silence, which must not shine through either.
  const spoken = randomBytes(200_000);
  const recording: RecordingId = anId("recording");
  const { size, sha256 } = await stores.vault.put(
    account,
    recording,
    inPieces(Buffer.concat([spoken, Buffer.alloc(200_000)])),
  );
  const facts = { lengthMs: 1, channels: 1 as const, size, sha256, mediaType: "audio/wav", storedAt: at("10:01") };
  await stores.care.saveRecording(account, { id: recording, call: call.id, ...facts });

  const sql = postgres(database.superuserUrl, { max: 1 });
  onTestFinished(() => sql.end());
  await sql`checkpoint`;
  const [home] = await sql<{ readonly folder: string; readonly oid: string }[]>`
    select current_setting('data_directory') as folder, oid::text from pg_database where datname = current_database()`;
  const base = [path.join(home?.folder ?? "", "base", home?.oid ?? ""), path.join(home?.folder ?? "", "pg_wal")];
  const stolen = [...base, recordingsFolder].flatMap((part) => [...filesBelow(part)]);
  const holds = (what: Buffer | string) => stolen.some((file) => file.includes(what));

  // The thief has the right files: what lies open is in them.
  expect(holds("CA-that-lies-open")).toBe(true);
  for (const secret of [number.slice(1), number.slice(2), name, name.toUpperCase(), "Featherstonehaugh"]) {
    expect(holds(secret), secret).toBe(false);
  }
  for (let part = 0; part < spoken.length; part += 20_000) expect(holds(spoken.subarray(part, part + 16))).toBe(false);
  expect([...filesBelow(recordingsFolder)].some((file) => file.includes(Buffer.alloc(32)))).toBe(false);
  const names = readdirSync(recordingsFolder, { recursive: true }).join();
  for (const id of [recording, call.id, account]) expect(names).not.toContain(id);
});

async function* inPieces(sound: Buffer): AsyncIterable<Uint8Array> {
  for (let start = 0; start < sound.length; start += 60_000) yield sound.subarray(start, start + 60_000);
}
