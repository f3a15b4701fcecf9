import type { AccountId } from "@ringtrail/core";
import type { SoundHash } from "@ringtrail/core/call-flow";
import type { SoundStore } from "@ringtrail/core/ports";

/** The most sounds in memory: at two minutes each 60 MB, in practice a few. */
const most = 32;

/** Sounds as telephones hear them, the last ones played at hand: a caller waits, and a sound never changes. */
export interface SoundShelf {
  take(account: AccountId, sha256: SoundHash): Promise<Uint8Array | undefined>;
}

export function soundShelf(sounds: Pick<SoundStore, "soundFile">): SoundShelf {
  const shelf = new Map<string, Uint8Array>();
  return {
    async take(account, sha256) {
      const name = `${account} ${sha256}`;
      const wav = shelf.get(name) ?? (await sounds.soundFile(account, sha256, "telephone"));
      if (wav === undefined) return undefined;
      shelf.delete(name);
      shelf.set(name, wav);
      const [longestUnheard] = shelf.keys();
      if (shelf.size > most && longestUnheard !== undefined) shelf.delete(longestUnheard);
      return wav;
    },
  };
}
