import { takeAnswer } from "./decide.ts";
import type { Queued, Ringtrail } from "./page-global.ts";

declare const __RINGTRAIL_VERSION__: string;
/** Our version. */
export const version = __RINGTRAIL_VERSION__;

/** Puts the one global in place of the page's queue, and does what waited there. */
export function openDoor(queue: readonly Queued[], methods?: Partial<Ringtrail>): Ringtrail {
  const page = (window.ringtrail = {
    version,
    consent: takeAnswer,
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
