import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { RecordingId } from "@ringtrail/core";
import { anId } from "@ringtrail/core/testing";
import { createStores, type Stores } from "@ringtrail/database";
import { must } from "@ringtrail/database/testing";
import { expect, onTestFinished, test, vi } from "vitest";
import { aDatabase } from "../../testing/a-database.ts";
import { aFolder } from "../../testing/a-running-server.ts";
import { Manifest } from "./backup-folder.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

// Each command is a process of its own, and a busy machine runs many.
vi.setConfig({ testTimeout: 240_000 });

const program = fileURLToPath(new URL("../../bin/ringtrail.mjs", import.meta.url));
const recording = anId<RecordingId>("recording");
const sound = new Uint8Array(200_000).map((_, nth) => nth % 251);
const quietly = () => {};

async function open(url: string, dataFolder: string): Promise<Stores> {
  const keys = { file: path.join(dataFolder, "keys", "master.key") };
  const recordingsFolder = path.join(dataFolder, "recordings");
  const stores = must(await createStores({ url, keys, recordingsFolder, answerTimeoutMs: 20_000 }));
  onTestFinished(() => stores.close());
  return stores;
}

/** An installation with an account, a recording's sound and a correction of the law. */
async function anInstallation() {
  const { url } = await aDatabase();
  const dataFolder = aFolder();
  const stores = await open(url, dataFolder);
  const account = await stores.accounts.createAccount("Clinic");
  await stores.vault.put(
    account,
    recording,
    (async function* () {
      yield sound;
    })(),
  );
  mkdirSync(path.join(dataFolder, "recording-law"));
  writeFileSync(path.join(dataFolder, "recording-law", "overrides.json"), "[]");
  return { url, dataFolder, account };
}

async function soundOf({ vault }: Stores, account: Awaited<ReturnType<typeof anInstallation>>["account"]) {
  const pieces: Uint8Array[] = [];
  for await (const piece of vault.read(account, recording, 0, sound.length - 1)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test("an installation is backed up, restored into an empty one, and its recordings play there", async () => {
  const { url, dataFolder, account } = await anInstallation();
  const out = path.join(aFolder(), "monday");
  const command = (at: string, folder: string, ...args: readonly string[]) =>
    spawnSync(process.execPath, [program, ...args], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: at, DATA_FOLDER: folder },
    });

  const backedUp = command(url, dataFolder, "backup", "--out", out, "--with-key");
  const target = await aDatabase();
  const there = aFolder();
  const restored = command(target.url, there, "restore", "--from", out, "--json");

  expect(backedUp.status, backedUp.stderr).toBe(0);
  expect(backedUp.stdout).toContain("The master key is in it");
  expect(restored.status, restored.stderr).toBe(0);
  expect(JSON.parse(restored.stdout)).toMatchObject({ files: 3 });
  expect(readFileSync(path.join(there, "recording-law", "overrides.json"), "utf8")).toBe("[]");
  const stores = await open(target.url, there);
  expect(await stores.accounts.accounts()).toEqual([{ id: account, name: "Clinic" }]);
  expect(await soundOf(stores, account)).toEqual(Buffer.from(sound));
});

test("without the key nothing sealed can be read from a backup, and the start after a restore asks for it", async () => {
  const { url, dataFolder } = await anInstallation();
  const folder = path.join(aFolder(), "monday");
  const order = { url, dataFolder, folder, withKey: false, now: "2026-03-02T10:00:00.000Z", version: "1.0.0" };
  const manifest = await writeBackup(order, quietly);
  const target = await aDatabase();
  const there = aFolder();
  await restoreBackup({ url: target.url, dataFolder: there, folder }, quietly);

  const keys = { file: path.join(there, "keys", "master.key") };
  const opened = await createStores({ url: target.url, keys, recordingsFolder: path.join(there, "recordings") });

  expect(Manifest.parse(JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")))).toEqual(manifest);
  expect(existsSync(path.join(folder, "keys"))).toBe(false);
  expect(opened).toMatchObject({ ok: false, reason: { code: "master_key_missing" } });
});

test("a used folder, a broken-off backup and a damaged recording are refused in plain words", async () => {
  const { url, dataFolder } = await anInstallation();
  const folder = path.join(aFolder(), "monday");
  const order = { url, dataFolder, folder, withKey: true, now: "2026-03-02T10:00:00.000Z", version: "1.0.0" };
  const { files } = await writeBackup(order, quietly);
  const target = await aDatabase();
  const restore = (into: string) => restoreBackup({ url: target.url, dataFolder: into, folder }, quietly);

  await expect(writeBackup(order, quietly)).rejects.toMatchObject({ code: "backup_folder_not_empty" });
  await expect(restore(dataFolder)).rejects.toMatchObject({ code: "restore_into_used_folder" });
  appendFileSync(path.join(folder, files.find(({ path: name }) => name.startsWith("recordings/"))?.path ?? ""), "x");
  await expect(restore(aFolder())).rejects.toMatchObject({ code: "backup_file_damaged" });
  await expect(restore(aFolder())).rejects.toMatchObject({ code: "restore_into_used_database" });
  rmSync(path.join(folder, "manifest.json"));
  await expect(restore(aFolder())).rejects.toMatchObject({ code: "backup_unreadable" });
});
