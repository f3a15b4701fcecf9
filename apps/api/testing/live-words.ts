import type { AccountId } from "@ringtrail/core";
import type { LiveBus, LiveKind } from "../src/live/live-bus.ts";

/** What an account's listener has heard. */
export interface LiveWords {
  readonly heard: () => readonly LiveKind[];
  /** Resolves when this kind has been heard, also if it was before. */
  readonly until: (kind: LiveKind) => Promise<void>;
}

/** Listens from now on. */
export function liveWords(live: LiveBus, account: AccountId): LiveWords {
  const heard: LiveKind[] = [];
  const waiting = new Set<() => void>();
  live.subscribe(account, undefined, (word) => {
    if (word.missed) return;
    heard.push(word.event.kind);
    for (const look of waiting) look();
  });
  return {
    heard: () => heard,
    until: (kind) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (heard.includes(kind)) resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
