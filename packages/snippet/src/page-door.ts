import type { Choice } from "@ringtrail/core/consent";
import { foundIn } from "./page/find-numbers.ts";
import { listeners, look } from "./page/page-numbers.ts";
import type { Queued, Ringtrail } from "./page-global.ts";

declare const __RINGTRAIL_VERSION__: string;
/** Our version. */
export const version = __RINGTRAIL_VERSION__;

/** Puts the one global in place of the page's queue, does what waited there, and tells `answered` each answer. */
export function openDoor(answered: (choice: Choice) => void): Ringtrail {
  const page: Ringtrail = {
    version,
    // An answer that is no word of ours is a no.
    consent: (choice) => answered(choice === "granted" ? choice : "denied"),
    push(...all) {
      for (const queued of all) {
        if (queued.answer) page.consent(queued.answer);
        else queued.call?.(page, page);
      }
    },
    on: (_name, heard) => {
      listeners.push((parts, to) => heard({ ...to, element: parts[0]?.[3] as Element }));
    },
    numbers: () => foundIn(document).map(([[number], [node]]) => ({ ...number, node: node as Node })),
    swap: (node) => look([node]),
  };
  const queue = window.ringtrail as Queued[] | undefined;
  window.ringtrail = page;
  page.push(...(queue ?? []));
  return page;
}
