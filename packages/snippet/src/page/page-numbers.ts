import { findNumbers, type Spot } from "./find-numbers.ts";
import { numberReader, type PageNumber } from "./number-reader.ts";
import { isVisible, whenSeen } from "./see-element.ts";
import { watchPage, type PageWatch } from "./watch-page.ts";
import { writeNumber } from "./write-number.ts";

/** The page's phone numbers, in our hands. */
export interface PageNumbers {
  /** Shows these numbers for their targets and the page's own for all others, now and later; without any, what is shown stays. */
  show(wanted?: readonly PageNumber[]): void;
  /** Ids of the targets a reader can see now. `later` is called once for each that only comes to be seen afterwards. */
  targetsInSight(later: () => void): string[];
}

/**
 * Takes the page's numbers in hand. `changed` is called after each batch of the page's own changes.
 *
 * The page itself is the only memory of what was swapped: every number ever shown is read like the target it stands
 * for. So nothing is kept of nodes that are gone, and a slide that a carousel cloned is put right like the original.
 */
export function takeNumbers(
  targets: readonly { readonly id: string; readonly e164: string }[],
  changed: (foundNumbers: boolean) => void,
): PageNumbers {
  const known: PageNumber[] = targets.map(({ id, e164 }) => ({ target: id, e164 }));
  const awaited = new WeakSet<Element>();
  let read = numberReader(known);
  let wanted = new Map<string, string>();
  let watch: PageWatch | undefined;

  const place = (root: Node): boolean => {
    const spots = findNumbers(root, read);
    // From the last to the first: a number of another length would move those after it.
    for (const spot of spots.reverse()) writeNumber(spot, wanted.get(spot.number.target) ?? ownNumber(spot));
    return spots.length > 0;
  };
  const ownNumber = ({ number }: Spot): string => targets.find(({ id }) => id === number.target)?.e164 ?? number.e164;

  return {
    show(numbers) {
      if (numbers) wanted = new Map(numbers.map(({ target, e164 }) => [target, e164]));
      for (const number of numbers ?? []) if (!known.some(({ e164 }) => e164 === number.e164)) known.push(number);
      read = numberReader(known);
      watch ??= watchPage((roots) => {
        let found = false;
        watch?.unheard(() => roots.forEach((root) => (found = place(root) || found)));
        changed(found);
      });
      watch.unheard(() => place(document));
    },
    targetsInSight(later) {
      const seen = new Set<string>();
      for (const { number, element } of findNumbers(document, read)) {
        if (isVisible(element)) seen.add(number.target);
        else if (!awaited.has(element)) {
          awaited.add(element);
          whenSeen(element, later);
        }
      }
      return [...seen];
    },
  };
}
