import { findNumbers, phoneLinks, watchedAttributes } from "./find-numbers.ts";
import { numberReader, type PageNumber } from "./number-reader.ts";
import { rootsOfChanges } from "./roots-of-changes.ts";
import { isVisible, whenSeen } from "./see-element.ts";
import { writeNumber } from "./write-number.ts";

/** The page's phone numbers, in our hands. */
export interface PageNumbers {
  /** Shows these numbers for their targets and the page's own for all others, now and later; without any, what is shown stays. */
  show(numbers?: readonly PageNumber[]): void;
  /** Ids of the targets a reader can see now. `later` is called once for each that only comes to be seen afterwards. */
  targetsInSight(later: () => void): string[];
  /** The target whose phone this thing on the page rings when it is tapped. */
  targetRungBy(clicked: EventTarget | null): string | undefined;
}

/**
 * Takes the page's numbers in hand. `changed` is called after each batch of the page's own changes.
 *
 * The page itself is the only memory of what was swapped: every number ever shown is read like the target it stands
 * for. So nothing is kept of nodes that are gone, and a slide that a carousel cloned is put right like the original.
 */
export function takeNumbers(own: readonly PageNumber[], changed: (foundNumbers: boolean) => void): PageNumbers {
  const known = [...own];
  const awaited = new WeakSet<Element>();
  let read = numberReader(known);
  let wanted = new Map<string, string>();
  // Called before the browser paints, so a number that the page has just added is never seen unswapped.
  const observer = new MutationObserver((records) => changed(place(rootsOfChanges(records))));

  const place = (roots: readonly Node[]): boolean => {
    let found = false;
    for (const root of new Set([...roots, ...rootsOfChanges(observer.takeRecords())])) {
      // From the last to the first: a number of another length would move those after it.
      for (const spot of findNumbers(root, read).reverse()) {
        writeNumber(spot, wanted.get(spot.number.target) ?? spot.number.e164);
        found = true;
      }
    }
    // Our own writes are taken out of the queue unread: reading one's own writes is how such scripts come to loop.
    observer.takeRecords();
    return found;
  };

  return {
    show(numbers) {
      if (numbers) {
        known.push(...numbers.filter((number) => !known.some(({ e164 }) => e164 === number.e164)));
        wanted = new Map([...own, ...numbers].map(({ target, e164 }) => [target, e164]));
        read = numberReader(known);
      }
      observer.observe(document, {
        childList: true,
        subtree: true,
        characterData: true,
        attributeFilter: [...watchedAttributes],
      });
      place([document]);
    },
    targetsInSight(later) {
      const seen = new Set<string>();
      for (const { number, parts } of findNumbers(document, read)) {
        for (const { element } of parts) {
          if (isVisible(element)) seen.add(number.target);
          else if (!awaited.has(element)) whenSeen(element, later);
          awaited.add(element);
        }
      }
      return [...seen];
    },
    targetRungBy(clicked) {
      const link = clicked instanceof Element ? clicked.closest(phoneLinks) : undefined;
      return link ? findNumbers(link, read)[0]?.number.target : undefined;
    },
  };
}
