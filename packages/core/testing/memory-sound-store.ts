import type { NewSound, SoundStore } from "../src/ports/index.ts";
import type { AccountId } from "../src/index.ts";

/** The sounds port in memory. */
export function memorySoundStore(): SoundStore {
  const kept: { readonly account: AccountId; readonly sound: NewSound }[] = [];
  const of = (account: AccountId) => kept.filter((row) => row.account === account).map(({ sound }) => sound);
  return {
    keep: async (account, sound, most) => {
      const own = of(account);
      if (own.some(({ sha256 }) => sha256 === sound.sha256)) return "known";
      if (own.length >= most) return "full";
      kept.push({ account, sound });
      return "kept";
    },
    sounds: async (account) =>
      of(account)
        .toSorted((a, b) => b.uploadedAt - a.uploadedAt || (a.sha256 < b.sha256 ? -1 : 1))
        .map(({ original: _original, telephone: _telephone, ...facts }) => facts),
    soundFile: async (account, sha256, which) => of(account).find((sound) => sound.sha256 === sha256)?.[which],
  };
}
