import { instant, type Instant } from "@ringtrail/core";
import { timeOfId } from "../new-id.ts";
import type { LiveBus, LiveEvent, LiveWord } from "./live-bus.ts";

/** Events kept for screens that lost their connection for a moment. */
const mostKept = 5_000;

/**
 * Two processes may hear the same news in another order, so a screen that comes back to another process is told again
 * what came this much before the event it saw last. Hearing something twice does no harm; missing it would.
 */
const overlapMs = 5_000;

/** A bus with the door through which news from other processes enters. */
export interface OpenBus extends LiveBus {
  /** Takes in an event that was published here or elsewhere; the same event twice counts once. */
  deliver(event: LiveEvent): void;
  /** Tells every listener that news of other processes may have been lost. */
  lose(): void;
}

/**
 * The bus of one process. `spread` tells the other processes; without it the process is alone.
 */
export function memoryBus(
  now: () => Instant,
  newId: () => string,
  spread: (event: LiveEvent) => void = () => undefined,
): OpenBus {
  const kept: LiveEvent[] = [];
  const known = new Set<string>();
  const listeners = new Set<(event: LiveEvent | undefined) => void>();

  const deliver = (event: LiveEvent): void => {
    if (known.has(event.id)) return;
    known.add(event.id);
    kept.push(event);
    if (kept.length > mostKept) known.delete(kept.shift()?.id ?? "");
    for (const listener of listeners) listener(event);
  };

  return {
    deliver,
    lose: () => {
      for (const listener of listeners) listener(undefined);
    },
    publish: (news) => {
      const event = { id: newId(), at: now(), ...news };
      deliver(event);
      spread(event);
    },
    subscribe: (account, fromId, listener) => {
      for (const word of missedSince(kept, fromId)) {
        if (word.missed || word.event.account === account) listener(word);
      }
      const hear = (event: LiveEvent | undefined): void => {
        if (event === undefined) listener({ missed: true });
        else if (event.account === account) listener({ missed: false, event });
      };
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}

/** What a listener who saw `fromId` last has to be told. An id that is not ours, or is too old, means: read again. */
function missedSince(kept: readonly LiveEvent[], fromId: string | undefined): readonly LiveWord[] {
  if (fromId === undefined) return [];
  const seenAt = timeOfId(fromId);
  const oldest = kept[0];
  const reachesBack = kept.length < mostKept && kept.some(({ id }) => id === fromId);
  if (seenAt === undefined || !(reachesBack || (oldest !== undefined && oldest.at <= seenAt - overlapMs))) {
    return [{ missed: true }];
  }
  const from = instant(seenAt - overlapMs);
  return kept.filter((event) => event.at >= from && event.id !== fromId).map((event) => ({ missed: false, event }));
}
