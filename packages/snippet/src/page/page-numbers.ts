import { guard } from "../guard.ts";
import { config } from "../site-config.ts";
import { foundIn, type Found } from "./find-numbers.ts";
import { know, type ShownNumber } from "./known-numbers.ts";
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

/** Numbers by their target. */
export type Numbers = Readonly<Record<string, ShownNumber>>;

/** Elements with a number that are on the screen. */
export const inView = new Set<Element>();
/** Targets a reader can see, by scrolling at most. */
export const inSight = new Set<string>();
/** Asked before a number is written: false leaves the page's. */
export const rules: ((parts: readonly Part[], from: ShownNumber) => boolean)[] = [];
/** Told after a number was written. */
export const listeners: ((parts: readonly Part[], to: ShownNumber) => void)[] = [];

/** Told of each part of the page that is looked at, before it is. */
export const insides: ((root: Element) => void)[] = [];
/** True while what the page has just changed is looked at: nobody has seen it yet. */
export let isNew = false;

/** Takes the page's numbers in hand. `told` is called after each look at a part of the page. */
export function takeNumbers(told: () => void): void {
  changed = told;
  know(config.targets);
  // Called before the browser paints, so a number that the page has just added is never seen unswapped.
  observer = new MutationObserver(guard(lookAtChanges));
  // A number comes into view or leaves it: it is scrolled, a menu is opened, a panel unfolded.
  eye = new IntersectionObserver(guard(lookAgain));
}

/** Shows these numbers for their targets and the page's own for all others, now and later; without any, what is shown stays. */
export function show(numbers?: Numbers): void {
  if (numbers) know(Object.values((wanted = numbers)));
  watch(document);
}

/** The numbers by their target; of two for one target the later one counts. */
export function byTarget(numbers: readonly ShownNumber[]): Numbers {
  return Object.fromEntries(numbers.map((number) => [number.target, number]));
}

/** Looks at a document or a shadow root, now and whenever it changes. */
export function watch(root: Node): void {
  const attributeFilter = config.places.map(([, name]) => name);
  observer.observe(root, { childList: true, subtree: true, characterData: true, attributeFilter });
  look([root]);
}

// What the page's changes have cost this frame, in milliseconds. After five the rest waits for the next.
let spent = 0;
const waiting = new Set<Node>();

function lookAtChanges(records: readonly MutationRecord[]): void {
  isNew = true;
  look(
    records.flatMap(({ addedNodes, target, type }) => (type === "childList" ? [...addedNodes] : target)).map(rootOf),
  );
  isNew = false;
}

/** Looks at parts of the page, within what they may cost it. */
export function look(roots: readonly Node[]): void {
  const began = performance.now() - spent;
  roots.forEach((root) => waiting.add(root));
  // Very many small looks cost more than one at everything, which on a long page is dear.
  if (waiting.size > 999) {
    waiting.clear();
    waiting.add(document);
  }
  if (!spent) requestAnimationFrame(guard(nextFrame));
  for (const root of waiting) {
    if (spent > 5) break;
    waiting.delete(root);
    insides.forEach((inside) => inside(root as Element));
    // From the last to the first: a number of another length would move those after it.
    foundIn(root)
      .sort(([, one], [, other]) => other.index - one.index)
      .forEach(place);
    spent = performance.now() - began || 1;
  }
  // Our own writes are taken out of the queue unread: reading one's own writes is how such scripts come to loop.
  observer.takeRecords();
  changed();
}

function lookAgain(entries: readonly IntersectionObserverEntry[]): void {
  // What came into view may be the first of its target, and what left it may be changed now.
  look(
    entries.map(({ isIntersecting, target }) => {
      inView[isIntersecting ? "add" : "delete"](target);
      return target;
    }),
  );
}

function nextFrame(): void {
  spent = 0;
  if (waiting.size) look([]);
}

function place([from, { index, 0: written, 1: prefix }, line, need]: Found): void {
  const { target } = from;
  const to = [wanted[target], ...config.targets].find(
    (number) => number?.target === target && number.takes.includes(need),
  );
  if (!to) return;
  const isAlike = to.country === from.country && to.national.length === from.national.length;
  const parts = partsOf(line, isAlike ? index + (prefix as string).length : index, index + written.length);
  if (!isOurs(parts)) return;
  for (const [element] of parts) {
    eye.observe(element);
    // Asked until one is seen: each time the browser must work out the styles of what was written since.
    if (!inSight.has(target) && element.checkVisibility({ visibilityProperty: true })) inSight.add(target);
  }
  // Split over elements, a number of another build has no place for each digit: it stays.
  if (!rules.every((rule) => rule(parts, from)) || to.e164 === from.e164 || (parts[1] && !isAlike)) return;
  writeNumber(parts, to.national, isAlike ? undefined : to.e164);
  listeners.forEach((listener) => listener(parts, to));
}
