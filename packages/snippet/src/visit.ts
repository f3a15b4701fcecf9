import type { BeaconEvent, SwapRequest } from "@ringtrail/api-contract";
import type { Permission } from "@ringtrail/core/consent";
import { askServer, sendBeacon, type Happening } from "./ask-server.ts";
import { pageFacts } from "./page-facts.ts";
import { inSight } from "./page/in-view.ts";
import { isLaidOut, look, show, waiting } from "./page/page-numbers.ts";
import { config } from "./site-config.ts";
import { recall, store, type Memory } from "./visit-memory.ts";

// The visit of one reader who agreed: asks for its numbers, shows them, tells the server what happens. Nothing is
// stored, sent or shown before `beginVisit`, which demands the reader's permission.

/** After this long without a sign of life the server may have lent our numbers to others (design section 4). */
const graceMs = 300_000;

let landing: SwapRequest["page"];
let allowed: Permission | undefined;
let memory: Memory = {};
/** When the reader first touched the page. */
let touchedAt: number | undefined;
/** The visit whose first touch the server was told of. */
let firmVisit: string | undefined;
/** The path the server was last told of; a new visit's first one comes with the question for its numbers. */
let path: string | undefined;
/** How many targets were asked for; endless while the answer is on its way. */
let asked: number | undefined;
/** What happened and may wait until something else is told or the page's next sign of life; `ago` is still the time it happened at. */
export let untold: BeaconEvent[] = [];

/** Takes the page's visit in hand. */
export function takeVisit(): void {
  landing = pageFacts();
  path = location.pathname;
  memory = recall();
}

/** The id of the visit, once the server knows it. */
export const visitId = (): string | undefined => memory.visit;

/** True while this visit's number for a target is still to come. */
export const isAwaited = (target: string): boolean =>
  !!allowed && !memory.numbers?.some((number) => number.target === target);

/** Begins or continues the visit, with the reader's permission. */
export function beginVisit(permission: Permission): void {
  allowed = permission;
  if (memory.visit) path = undefined;
  show(isFresh() && memory.numbers);
}

/** Ends the visit and deletes what was stored. */
export function endVisit(refusal: { readonly choice?: "denied" }): void {
  allowed = firmVisit = asked = undefined;
  tell({ kind: "denied" });
  store((memory = refusal));
}

/** Asks for the numbers of the targets in sight, once for each that comes into it. */
export async function ask(): Promise<void> {
  const permission = allowed;
  const { size } = inSight;
  // The numbers of the whole page are asked for at once, so not before all of them or all of it is there to be seen.
  const isPart = waiting.size || (document.readyState === "loading" && size < config.targets.length);
  if (!permission || document.hidden || !isLaidOut || isPart || size <= (asked as number)) return;
  asked = Infinity;
  const request = { ...memory, targets: [...inSight], consent: permission, page: landing };
  const answer = await askServer("swap", request).catch(() => undefined);
  // The reader may have changed their mind meanwhile: then nothing is kept and nothing shown.
  if (allowed !== permission) return;
  asked = size;
  if (!answer?.numbers) return;
  // The server lends nothing that may be stored to a program, and says so by an empty token.
  if (!answer.token) return show(answer.numbers);
  // A target that was not asked for this time keeps its number.
  const others = memory.numbers?.filter(({ target }) => !request.targets.includes(target)) ?? [];
  keep({ ...answer, numbers: [...answer.numbers, ...others], choice: permission.choice });
  show(memory.numbers);
  touched();
}

/** The page came back from the browser's back/forward cache: it is another page view. */
export function cameBack(): void {
  path = asked = undefined;
}

/** Real input on a visible page: proof of life. */
export function touched(at?: number): void {
  touchedAt ??= at;
  if (!touchedAt || firmVisit === memory.visit) return;
  firmVisit = memory.visit;
  tell({ kind: "interaction" }, touchedAt);
}

/** The page is in view, or went out of it. */
export function beat(): void {
  tell({ kind: document.hidden ? "hidden" : "alive" });
  // After a long sleep its numbers may be somebody else's: they are asked for, and earned, again.
  if (!isFresh()) touchedAt = firmVisit = asked = undefined;
  // What was left because somebody looked at it may be changed while nobody does.
  look([document]);
  if (memory.visit) keep(memory);
}

/** Tells of a new route, not before the framework has set its title, and not of one that nobody stays at for a second. */
export function tellRoute(): void {
  if (location.pathname !== path) tell();
}

/** Tells what must not wait, where the reader is if that is new, and what waited; without a visit it is forgotten. */
export function tell(happening?: Happening, at = Date.now()): void {
  const { visit, token } = memory;
  if (visit && location.pathname !== path) {
    path = location.pathname;
    untold.push({ kind: "page", page: pageFacts(), ago: Date.now() });
  }
  if (happening) untold.push({ ...happening, ago: at } as BeaconEvent);
  const events = untold.map((event) => ({ ...event, ago: Date.now() - event.ago }));
  untold = [];
  if (visit && events[0]) sendBeacon({ visit, token, events });
}

function isFresh(): boolean {
  return Date.now() - (memory.at as number) < graceMs;
}

function keep(kept: Memory): void {
  memory = { ...kept, at: Date.now() };
  store(memory, allowed);
}
