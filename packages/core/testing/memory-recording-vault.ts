import type { RecordingVault } from "../src/ports/index.ts";
import type { AccountId, RecordingId } from "../src/index.ts";
import { sha256 } from "./memory-proof-store.ts";

/** The vault in memory, and the hand that spoils what it keeps. */
export interface MemoryVault extends RecordingVault {
  readonly flipBit: (account: AccountId, id: RecordingId) => void;
}

/** Keeps the sound as it is, with its hash in place of a cipher's seal. */
export function memoryRecordingVault(): MemoryVault {
  const sounds = new Map<string, { readonly bytes: Uint8Array; readonly hash: string }>();
  const keyOf = (account: AccountId, id: RecordingId) => `${account}/${id}`;
  return {
    put: async (account, id, sound) => {
      sounds.delete(keyOf(account, id));
      const chunks: Uint8Array[] = [];
      for await (const chunk of sound) chunks.push(chunk);
      const bytes = new Uint8Array(Buffer.concat(chunks));
      const hash = sha256(bytes);
      sounds.set(keyOf(account, id), { bytes, hash });
      return { size: bytes.length, sha256: hash };
    },
    async *read(account, id, start, end) {
      const sound = sounds.get(keyOf(account, id));
      if (sound === undefined) throw new Error("There is no such recording.");
      if (sha256(sound.bytes) !== sound.hash) throw new Error("The recording was changed.");
      yield sound.bytes.slice(start, end + 1);
    },
    remove: async (account, id) => void sounds.delete(keyOf(account, id)),
    flipBit: (account, id) => {
      const bytes = sounds.get(keyOf(account, id))?.bytes;
      if (bytes !== undefined) bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    },
  };
}
