import type { AccountId } from "@ringtrail/core";
import type { SoundStore } from "@ringtrail/core/ports";
import { writePieces, type WrittenFile } from "./write-lines.ts";

/** Writes every sound the account uploaded, as it came. */
export async function exportSounds(
  store: SoundStore,
  account: AccountId,
  folder: string,
): Promise<readonly WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const { sha256, mediaType } of await store.sounds(account)) {
    const original = await store.soundFile(account, sha256, "original");
    const ending = mediaType === "audio/mpeg" ? "mp3" : "wav";
    if (original !== undefined)
      written.push(await writePieces(folder, `announcements/${sha256}.${ending}`, once(original)));
  }
  return written;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
