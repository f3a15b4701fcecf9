import { guard } from "../guard.ts";
import { config } from "../site-config.ts";
import { beforePaint } from "./before-paint.ts";
import { foundIn, readTexts, walk, type Found } from "./find-numbers.ts";
import { inSight, inView } from "./in-view.ts";
import { know, type Numbers, type ShownNumber } from "./known-numbers.ts";
import { holderOf, isOurs, partsOf, type Part } from "./parts-of.ts";
import { rootOf } from "./root-of.ts";
import { writeNumber } from "./write-number.ts";

// The page itself is the only memory of what was swapped: every number ever shown is read like the target it stands
// for. So nothing is kept of nodes that are gone, and a slide that a carousel cloned is put right like the original.

let changed: () => void;
let observer: MutationObserver;
let eye: IntersectionObserver;
/** The numbers to show, the business's own last. */
let wanted: Numbers;

/** Asked before a number is written: false leaves the page's. */
let mayWrite: (parts: readonly Part[], from: ShownNumber, holder: Element) => boolean = () => true;
/** Told after a number was written. */
export const listeners: ((holder: Element, to: ShownNumber) => void)[] = [];
/** Told of each part of the page that is looked at, before it is. */
let lookInto: (root: Element) => void = () => undefined;
/** True once the page was looked at. What stood there before may have been painted; what comes later nobody has seen. */
export let isWatched: true | undefined;
/** True once the page has been laid out: to ask how something looks then costs nothing. */
export let isLaidOut: true | undefined;

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
  know((wanted = config.targets));
  readTexts();
  // Called before the browser paints, so a number that the page has just added is never seen unswapped.
  observer = new MutationObserver(guard(lookAtChanges));
  // A number comes into view or leaves it: it is scrolled, a menu is opened, a panel unfolded.
  eye = new IntersectionObserver(guard(lookAgain));
  // Never seen, and told of all the same once there is a layout.
  eye.observe(document.head);
}

/** Shows these numbers for their targets and the page's own for all others, now and later; without any, what is shown stays. */
export function show(numbers?: Numbers | false): void {
  if (numbers) know((wanted = [...numbers, ...config.targets]));
  // Once the page is watched, what holds a number is known: all the rest cannot have changed unheard.
  if (isWatched) look(inView.keys());
  else watch(document);
  isWatched = true;
}

/** Looks at a document or a shadow root, now and whenever it changes. */
export function watch(root: Node): void {
  observer.observe(root, config.watch);
  look([root]);
}

// What the page's changes have cost this frame, in milliseconds. After five the rest waits for the next.
let spent = 0;
/** Parts of the page that are still to be looked at. A text that was taken out meanwhile stands nowhere. */
export const waiting = new Set<Node>();

function lookAtChanges(records: readonly MutationRecord[]): void {
  if (records[99] && document.readyState === "loading") {
    // What a parser brings in bulk is read where it goes on: to be told of each piece costs more than to look.
    observer.disconnect();
    follow(walk(document));
  } else look([], records);
}

/** Goes over a page once while it loads, a piece right before each frame; then it is watched as a whole. */
function follow(walker: TreeWalker): void {
  beforePaint(() => {
    if (document.readyState === "loading") {
      place(document, walker);
      follow(walker);
    } else watch(document);
  });
}

/** Looks at parts of the page and at what has changed on it, within what they may cost it. */
export function look(roots: Iterable<Node>, records: readonly MutationRecord[] = observer.takeRecords()): void {
  const began = Date.now() - spent;
  const changes = records
    // Very many small looks cost more than one at all that stands around them.
    .flatMap(({ addedNodes, target, type }) => (records[99] || type !== "childList" ? target : [...addedNodes]))
    .map(rootOf);
  [...roots, ...changes].forEach((root) => waiting.add(root));
  if (!spent) {
    beforePaint(() => {
      spent = 0;
      if (waiting.size) look([]);
    });
  }
  for (const root of waiting) {
    if (spent > 5) break;
    waiting.delete(root);
    lookInto(root as Element);
    if (root.firstChild || root.parentNode) place(root);
    spent = Date.now() - began || 1;
  }
  // Our own writes are taken out of the queue unread: reading one's own writes is how such scripts come to loop.
  observer.takeRecords();
  for (const holder of inView.keys()) if (!holder.isConnected) inView.delete(holder);
  changed();
}

function lookAgain(entries: readonly IntersectionObserverEntry[]): void {
  isLaidOut = true;
  for (const { isIntersecting, target } of entries) inView.set(target, isIntersecting);
  // What came into view may be the first of its target, what left it may be changed.
  look(inView.keys());
}

/** Puts the numbers right in a part of the page. */
function place(root: Node, walker?: TreeWalker): void {
  foundIn(root, walker)
    // From the last to the first: a number of another length would move those after it.
    .sort((one, other) => other[1].index - one[1].index)
    .forEach(placeNumber);
}

function placeNumber([from, { index, 0: written, 1: prefix }, line, need]: Found): void {
  const { target } = from;
  const to = wanted.find((number) => number.target === target && number.takes.includes(need));
  if (!to) return;
  const isAlike = to.e164.length === from.e164.length && to.country === from.country;
  const parts = partsOf(line, isAlike ? index + (prefix as string).length : index, index + written.length);
  const holder = holderOf(parts, (parts[0] as Part)[0]);
  if (!isOurs(parts, holder)) return;
  inView.set(holder, inView.get(holder));
  eye.observe(holder);
  // Asked until one is seen, and never before there is a layout: the browser would have to make one.
  if (isLaidOut && !inSight.has(target) && holder.checkVisibility({ visibilityProperty: true })) inSight.add(target);
  // Split over elements, a number of another build has no place for each digit: it stays.
  if (!mayWrite(parts, from, holder) || (parts[1] && !isAlike) || to.e164 === from.e164) return;
  writeNumber(parts, to, isAlike);
  listeners.forEach((listener) => listener(holder, to));
}
