import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { anId } from "@ringtrail/core/testing";
import { diskVault } from "../../src/vault/disk-vault.ts";

/** A process of its own: fetches a sound as from a carrier, keeps it, reads it, and says by how many bytes it grew. */
const [url = ""] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "ringtrail-two-hours-"));
const key = Buffer.alloc(32, 7);
const vault = diskVault(folder, async () => key);
const account = anId<Parameters<typeof vault.put>[0]>("account");

let peak = 0;
const look = (): void => void (peak = Math.max(peak, process.memoryUsage.rss()));

async function* watched(sound: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const part of sound) {
    look();
    yield part;
  }
}

/** Fetches and keeps so many bytes, reads them again, and answers how much memory either took. */
async function hold(name: string, bytes: number) {
  const id = anId<Parameters<typeof vault.put>[1]>(name);
  const grown = async (work: () => Promise<unknown>): Promise<number> => {
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    peak = before;
    await work();
    look();
    return peak - before;
  };
  let [size, read] = [0, 0];
  const kept = await grown(async () => {
    const { body } = await fetch(`${url}?bytes=${bytes}`);
    if (body === null) throw new Error("The carrier sent no sound.");
    ({ size } = await vault.put(account, id, watched(body)));
  });
  const played = await grown(async () => {
    for await (const part of watched(vault.read(account, id, 0, size - 1))) read += part.length;
  });
  return { size, read, kept, played };
}

// What is loaded and compiled once is not the recording's.
await hold("warm", 8 * 1024 * 1024);
console.log(JSON.stringify(await hold("two hours", 2 * 3_600 * 8_000 * 2 * 2)));
rmSync(folder, { recursive: true, force: true });
