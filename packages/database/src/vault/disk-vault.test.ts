import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AccountId, RecordingId } from "@ringtrail/core";
import { anId } from "@ringtrail/core/testing";
import { afterAll, expect, test } from "vitest";
import { diskVault } from "./disk-vault.ts";
import { chunkBytes } from "./recording-file.ts";

const base = mkdtempSync(path.join(tmpdir(), "ringtrail-vault-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const account: AccountId = anId("account");
const id: RecordingId = anId("recording");

function aVault() {
  const folder = mkdtempSync(path.join(base, "v-"));
  const keys = new Map<string, Uint8Array>();
  const findKey = async (owner: AccountId) => {
    const key = keys.get(owner) ?? randomBytes(32);
    keys.set(owner, key);
    return key;
  };
  return { folder, vault: diskVault(folder, findKey), keys };
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((name) => statSync(name).isFile());
}

async function* pieces(...sound: Uint8Array[]): AsyncIterable<Uint8Array> {
  yield* sound;
}

async function read(vault: ReturnType<typeof diskVault>, start: number, end: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of vault.read(account, id, start, end)) parts.push(part);
  return Buffer.concat(parts);
}

test("the file on disk cannot be played, and its name says neither whose it is nor which", async () => {
  const { folder, vault } = aVault();
  const wav = Buffer.concat([Buffer.from("RIFF____WAVEfmt "), Buffer.alloc(200_000, "tone")]);

  await vault.put(account, id, pieces(wav));

  const [file = ""] = files(folder);
  const stored = readFileSync(file);
  expect(file).toMatch(/\/[0-9a-f]{2}\/[0-9a-f]{38}\.rtv$/);
  expect(file).not.toContain(id.slice(0, 8));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  for (const sign of ["RIFF", "WAVE", "tone"]) expect(stored.includes(sign)).toBe(false);
});

test("losing the account's key shreds the recording", async () => {
  const { vault, keys } = aVault();
  await vault.put(account, id, pieces(Buffer.from("hello")));

  keys.delete(account);

  await expect(read(vault, 0, 4)).rejects.toBeInstanceOf(Error);
});

test.each([
  ["its last chunk", chunkBytes * 3],
  ["part of a chunk", chunkBytes * 2 + 100],
])("a file that lost %s does not pass for a shorter recording", async (_what, left) => {
  const { folder, vault } = aVault();
  await vault.put(account, id, pieces(randomBytes(chunkBytes * 4)));

  const [file = ""] = files(folder);
  truncateSync(file, left + 65 + 16 * Math.ceil(left / chunkBytes));

  await expect(read(vault, 0, left - 1)).rejects.toBeInstanceOf(Error);
});

test("chunks cannot change places", async () => {
  const { folder, vault } = aVault();
  await vault.put(account, id, pieces(randomBytes(chunkBytes * 3)));
  const [file = ""] = files(folder);
  const stored = readFileSync(file);
  const size = chunkBytes + 16;
  const [one, two] = [stored.subarray(65, 65 + size), stored.subarray(65 + size, 65 + 2 * size)];

  writeFileSync(file, Buffer.concat([stored.subarray(0, 65), two, one, stored.subarray(65 + 2 * size)]));

  await expect(read(vault, 0, 9)).rejects.toBeInstanceOf(Error);
});

test("a long sound is written while it comes, not gathered in memory", async () => {
  const { folder, vault } = aVault();
  const growth: number[] = [];
  const long = async function* () {
    for (let nth = 0; nth < 64; nth += 1) {
      yield randomBytes(1 << 20);
      growth.push(files(folder).reduce((sum, file) => sum + statSync(file).size, 0));
    }
  };

  await vault.put(account, id, long());

  const behind = growth.map((bytes, index) => (index + 1) * (1 << 20) - bytes);
  expect(Math.max(...behind)).toBeLessThanOrEqual(chunkBytes);
});

test("a put that breaks off leaves the earlier recording whole and no litter", async () => {
  const { folder, vault } = aVault();
  await vault.put(account, id, pieces(Buffer.from("first")));
  const broken = async function* () {
    yield randomBytes(100_000);
    throw new Error("gone");
  };

  await expect(vault.put(account, id, broken())).rejects.toThrow("gone");

  expect((await read(vault, 0, 4)).toString()).toBe("first");
  expect(files(folder)).toHaveLength(1);
});

test.each([
  [-1, 3],
  [3, 2],
  [0, 5],
  [5, 5],
])("a part from %i to %i of five bytes is refused", async (start, end) => {
  const { vault } = aVault();
  await vault.put(account, id, pieces(Buffer.from("first")));

  await expect(read(vault, start, end)).rejects.toThrow("outside the recording");
});
