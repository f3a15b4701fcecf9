import { findNumbers, phoneLinks, watchedAttributes } from "./find-numbers.ts";
import { numberReader, type PageNumber } from "./number-reader.ts";
import { rootsOfChanges } from "./roots-of-changes.ts";
import { writeNumber } from "./write-number.ts";

/** The page's phone numbers, in our hands. */
export interface PageNumbers {
  /** Shows these numbers for their targets and the page's own for all others, now and later; without any, what is shown stays. */
  show(numbers?: readonly PageNumber[]): void;
  /** Ids of the targets a reader can see now, by scrolling at most. */
  targetsInSight(): string[];
  /** The target whose phone this thing on the page rings when it is tapped. */
  targetRungBy(clicked: EventTarget | null): string | undefined;
}

/**
 * Takes the page's numbers in hand. `changed` is called after each batch of the page's own changes, and when a number
 * that was hidden comes into view: a menu is opened, a panel unfolded.
 *
 * The page itself is the only memory of what was swapped: every number ever shown is read like the target it stands
 * for. So nothing is kept of nodes that are gone, and a slide that a carousel cloned is put right like the original.
 */
export function takeNumbers(own: readonly PageNumber[], changed: (foundNumbers: boolean) => void): PageNumbers {
  const known = new Map(own.map((number) => [number.e164, number]));
  let read = numberReader(own);
  let wanted = new Map<string, string>();
  // Called before the browser paints, so a number that the page has just added is never seen unswapped.
  const observer = new MutationObserver((records) => changed(place(rootsOfChanges(records))));
  const eye = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) changed(true);
  });

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
        for (const number of numbers) known.set(number.e164, number);
        wanted = new Map([...own, ...numbers].map(({ target, e164 }) => [target, e164]));
        read = numberReader([...known.values()]);
      }
      const attributeFilter = [...watchedAttributes];
      observer.observe(document, { childList: true, subtree: true, characterData: true, attributeFilter });
      place([document]);
    },
    targetsInSight() {
      const seen = new Set<string>();
      for (const { number, parts } of findNumbers(document, read)) {
        for (const { element } of parts) {
          if (isVisible(element)) seen.add(number.target);
          else eye.observe(element);
        }
      }
      return [...seen];
    },
    targetRungBy(clicked) {
      const link = clicked instanceof Element && clicked.closest(phoneLinks);
      return link ? findNumbers(link, read)[0]?.number.target : undefined;
    },
  };
}

function isVisible(element: Element): boolean {
  return element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";
}
