import type { Choice } from "@ringtrail/core/consent";
import type { Queued, Ringtrail } from "./page-global.ts";

declare const __RINGTRAIL_VERSION__: string;
/** Our version. */
export const version = __RINGTRAIL_VERSION__;

/** Puts the one global in place of the page's queue, does what waited there, and tells `answered` each answer. */
export function openDoor(
  queue: readonly Queued[],
  answered: (choice: Choice) => void,
  methods?: Partial<Ringtrail>,
): Ringtrail {
  const page = (window.ringtrail = {
    version,
    // An answer that is no word of ours is a no.
    consent: (choice) => answered(choice === "granted" ? choice : "denied"),
    push: (...all) => {
      for (const queued of all) {
        if (queued.answer) page.consent(queued.answer);
        else queued.call?.(page, page);
      }
    },
    ...methods,
  } as Ringtrail);
  page.push(...queue);
  return page;
}
