import { guard } from "../guard.ts";
import { config } from "../site-config.ts";
import { foundIn, type Found } from "./find-numbers.ts";
import { know, type Numbers, type ShownNumber } from "./known-numbers.ts";
import { isOurs, partsOf, type Part } from "./parts-of.ts";
import { rootOf } from "./root-of.ts";
import { writeNumber } from "./write-number.ts";

// The page itself is the only memory of what was swapped: every number ever shown is read like the target it stands
// for. So nothing is kept of nodes that are gone, and a slide that a carousel cloned is put right like the original.

let changed: () => void;
let observer: MutationObserver;
let eye: IntersectionObserver;
/** The number to show for each target. */
let wanted: Numbers = {};

/** Elements with a number that are on the screen. */
export const inView = new Set<Element>();
/** Targets a reader can see, by scrolling at most. */
export const inSight = new Set<string>();
/** Asked before a number is written: false leaves the page's. */
let mayWrite: (parts: readonly Part[], from: ShownNumber) => boolean = () => true;
/** Told after a number was written. */
export const listeners: ((parts: readonly Part[], to: ShownNumber) => void)[] = [];
/** Told of each part of the page that is looked at, before it is. */
let lookInto: (root: Element) => void = () => undefined;
/** True while what the page has just changed is looked at: nobody has seen it yet. */
export let isNew = false;
/** True once the page has been laid out: to ask how something looks then costs nothing. */
export let isLaidOut = false;

/** Sets what is asked before a number is written. */
export function writeOnlyIf(rule: typeof mayWrite): void {
  mayWrite = rule;
}

/** Sets what is told of each part of the page that is looked at. */
export function beforeLooks(told: typeof lookInto): void {
  lookInto = told;
}

/** Takes the page's numbers in hand. `told` is called after each look. */
export function takeNumbers(told: () => void): void {
  changed = told;
  know(config.targets);
  // Called before the browser paints, so a number that the page has just added is never seen unswapped.
  observer = new MutationObserver(guard(lookAtChanges));
  // A number comes into view or leaves it: it is scrolled, a menu is opened, a panel unfolded.
  eye = new IntersectionObserver(guard(lookAgain));
  // Never seen, and told of all the same once there is a layout.
  eye.observe(document.head);
}

/** Shows these numbers for their targets and the page's own for all others, now and later; without any, what is shown stays. */
export function show(numbers?: Numbers): void {
  if (numbers) know(Object.values((wanted = numbers)));
  watch(document);
}

/** Looks at a document or a shadow root, now and whenever it changes. */
export function watch(root: Node): void {
  const attributeFilter = config.places.map(([, name]) => name);
  observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter });
  look([root]);
}

// What the page's changes have cost this frame, in milliseconds. After five the rest waits for the next.
let spent = 0;
/** Parts of the page that are still to be looked at. */
export const waiting = new Set<Node>();

function lookAtChanges(records: readonly MutationRecord[]): void {
  isNew = true;
  // While a page loads it is looked at right before it is painted: to follow each piece would be to look at it many times.
  if (records[99] && document.readyState === "loading") {
    waiting.add(document);
    goOn();
  } else {
    look(
      records
        // Very many small looks cost more than one at all that stands around them.
        .flatMap(({ addedNodes, target, type }) => (records[99] || type !== "childList" ? target : [...addedNodes]))
        .map(rootOf),
    );
  }
  isNew = false;
}

/** Looks at parts of the page, within what they may cost it. */
export function look(roots: readonly Node[]): void {
  const began = Date.now() - spent;
  roots.forEach((root) => waiting.add(root));
  if (!spent) goOn();
  for (const root of waiting) {
    if (spent > 5) break;
    waiting.delete(root);
    lookInto(root as Element);
    // From the last to the first: a number of another length would move those after it.
    foundIn(root)
      .sort(([, one], [, other]) => other.index - one.index)
      .forEach(place);
    spent = Date.now() - began || 1;
  }
  // Our own writes are taken out of the queue unread: reading one's own writes is how such scripts come to loop.
  observer.takeRecords();
  changed();
}

function lookAgain(entries: readonly IntersectionObserverEntry[]): void {
  isLaidOut = true;
  // What came into view may be the first of its target, what left it may be changed; of the head alone, all is looked at anew.
  look(
    entries.map(({ isIntersecting, target }) => {
      inView[isIntersecting ? "add" : "delete"](target);
      return entries[1] ? target : (target.parentElement ?? target);
    }),
  );
}

function goOn(): void {
  requestAnimationFrame(
    guard(() => {
      spent = 0;
      isNew = true;
      if (waiting.size) look([]);
      isNew = false;
    }),
  );
}

function place([from, { index, 0: written, 1: prefix }, line, need]: Found): void {
  const { target } = from;
  const to = [wanted[target], ...config.targets].find(
    (number) => number?.target === target && number.takes.includes(need),
  );
  if (!to) return;
  const isAlike = to.e164.length === from.e164.length && to.country === from.country;
  const parts = partsOf(line, isAlike ? index + (prefix as string).length : index, index + written.length);
  if (!isOurs(parts)) return;
  for (const [element] of parts) {
    eye.observe(element);
    // Asked until one is seen, and never before there is a layout: the browser would have to make one.
    if (isLaidOut && !inSight.has(target) && element.checkVisibility({ visibilityProperty: true })) inSight.add(target);
  }
  // Split over elements, a number of another build has no place for each digit: it stays.
  if (!mayWrite(parts, from) || (parts[1] && !isAlike) || to.e164 === from.e164) return;
  writeNumber(parts, to.national, isAlike ? undefined : to.e164);
  listeners.forEach((listener) => listener(parts, to));
}
