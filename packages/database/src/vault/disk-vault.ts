import { createHash, createHmac, randomBytes } from "node:crypto";
import { mkdir, open as openFile, rename, rm, type FileHandle } from "node:fs/promises";
import path from "node:path";
import type { AccountId, RecordingId } from "@ringtrail/core";
import type { RecordingVault } from "@ringtrail/core/ports";
import type { FindKey } from "../keys/open-keys.ts";
import { open, seal } from "../keys/seal.ts";
import { chunkBytes, magic, openChunk, sealChunk, storedChunkBytes, tagBytes } from "./recording-file.ts";

/** A sealed key of 32 bytes: version, nonce, key, tag. */
const sealedKeyBytes = 1 + 12 + 32 + 16;
const headerBytes = magic.length + sealedKeyBytes;

/** Keeps recordings encrypted in files whose names tell nothing. One chunk is in memory at a time. */
export function diskVault(folder: string, findKey: FindKey): RecordingVault {
  return {
    put: async (account, id, sound) => {
      const key = await findKey(account, "recordings");
      const file = fileOf(folder, key, account, id);
      const unfinished = `${file}.${randomBytes(6).toString("hex")}.new`;
      await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      try {
        const kept = await write(unfinished, key, contextOf(account, id), sound);
        await rename(unfinished, file);
        return kept;
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    read: async function* (account, id, start, end) {
      const key = await findKey(account, "recordings");
      const handle = await openFile(fileOf(folder, key, account, id));
      try {
        yield* readRange(handle, key, contextOf(account, id), start, end);
      } finally {
        await handle.close();
      }
    },
    remove: async (account, id) => {
      const key = await findKey(account, "recordings");
      const file = fileOf(folder, key, account, id);
      await shred(file);
      await rm(file, { force: true });
    },
  };
}

/** Overwrites the sealed key of a file: what a disk keeps of the rest opens for nobody any more. */
async function shred(file: string): Promise<void> {
  const handle = await openFile(file, "r+").catch(() => undefined);
  if (handle === undefined) return;
  try {
    await handle.write(randomBytes(sealedKeyBytes), 0, sealedKeyBytes, magic.length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The file of a recording. Its name is a keyed hash: without the account's key it can be neither guessed nor linked. */
export function fileOf(folder: string, key: Uint8Array, account: AccountId, id: RecordingId): string {
  const name = createHmac("sha256", key)
    .update(`file ${contextOf(account, id)}`)
    .digest("hex")
    .slice(0, 40);
  return path.join(folder, name.slice(0, 2), `${name.slice(2)}.rtv`);
}

function contextOf(account: AccountId, id: RecordingId): string {
  return `${account}/${id}`;
}

async function write(
  file: string,
  key: Uint8Array,
  context: string,
  sound: AsyncIterable<Uint8Array>,
): Promise<{ readonly size: number; readonly sha256: string }> {
  const fileKey = randomBytes(32);
  const hash = createHash("sha256");
  let size = 0;
  let index = 0;
  // One buffer for all chunks: what is allocated per piece piles up until it is collected.
  const chunk = Buffer.alloc(chunkBytes);
  let waiting = 0;
  const handle = await openFile(file, "wx", 0o600);
  try {
    await handle.writeFile(Buffer.concat([magic, seal(key, fileKey, context)]));
    for await (const piece of sound) {
      hash.update(piece);
      size += piece.length;
      for (let taken = 0; taken < piece.length;) {
        // A whole chunk waits until more comes, because the last one is sealed as the last.
        if (waiting === chunkBytes) {
          await writeAll(handle, sealChunk(fileKey, chunk, { index, isLast: false }));
          index += 1;
          waiting = 0;
        }
        const more = piece.subarray(taken, taken + chunkBytes - waiting);
        chunk.set(more, waiting);
        waiting += more.length;
        taken += more.length;
      }
    }
    await writeAll(handle, sealChunk(fileKey, chunk.subarray(0, waiting), { index, isLast: true }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { size, sha256: hash.digest("hex") };
}

/** Writes the parts one after the other, as they lie in memory. */
async function writeAll(handle: FileHandle, parts: readonly Uint8Array[]): Promise<void> {
  for (const part of parts) await handle.writeFile(part);
}

async function* readRange(
  handle: FileHandle,
  key: Uint8Array,
  context: string,
  start: number,
  end: number,
): AsyncIterable<Uint8Array> {
  const stored = (await handle.stat()).size - headerBytes;
  const last = Math.ceil(stored / storedChunkBytes) - 1;
  const size = stored - (last + 1) * tagBytes;
  if (!(start >= 0 && start <= end && end < size)) throw new RangeError("The part lies outside the recording.");
  // One buffer for all chunks, as where they are written.
  const buffer = Buffer.alloc(Math.min(storedChunkBytes, Math.max(stored, headerBytes)));
  const header = await readAt(handle, buffer, 0, headerBytes);
  if (!magic.every((byte, index) => header[index] === byte)) throw new Error("The file is no recording of ours.");
  const fileKey = open(key, header.subarray(magic.length), context);
  for (let index = Math.floor(start / chunkBytes); index * chunkBytes <= end; index += 1) {
    const at = index * storedChunkBytes;
    const chunk = await readAt(handle, buffer, headerBytes + at, Math.min(storedChunkBytes, stored - at));
    const plain = openChunk(fileKey, chunk, { index, isLast: index === last });
    yield plain.subarray(Math.max(0, start - index * chunkBytes), end - index * chunkBytes + 1);
  }
}

/** Reads so many bytes into the buffer, which is as long at least, and answers its part that holds them. */
async function readAt(handle: FileHandle, buffer: Buffer, position: number, length: number): Promise<Uint8Array> {
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead < length) throw new Error("The recording is cut off.");
  return buffer.subarray(0, length);
}
