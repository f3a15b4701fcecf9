import { decide } from "./decide.ts";
import { guard } from "./guard.ts";
import { foundIn } from "./page/find-numbers.ts";
import { config } from "./site-config.ts";
import { beat, cameBack, tell, tellRoute, touched } from "./visit.ts";

/** How many seconds of the page were visible. */
let second = 0;

/**
 * Watches what the reader does and tells the visit. There is no `unload` listener: one would keep the page out of the
 * browser's back/forward cache.
 */
export function watchReader(): void {
  on("pointerdown pointermove keydown wheel click", ({ isTrusted, type, target, movementX }: PointerEvent) => {
    // What a script does is no proof of life, and neither is a mouse that rests where a page appears: it "moves" by 0.
    if (!isTrusted || document.hidden || !(movementX || type !== "pointermove")) return;
    touched(Date.now());
    // Perhaps a link that rings one of our numbers.
    if (type === "click") {
      tellOf("tap", (target as Element).closest?.((config.places[0] as readonly string[])[0] as string));
    }
  });
  on("visibilitychange", beat);
  on("DOMContentLoaded pageshow", (event: PageTransitionEvent) => {
    if (event.persisted) cameBack();
    decide();
  });
  // Banners have a dozen ways to say that the reader answered. Looking is as good as all of them.
  everySecond(() => {
    decide();
    if (++second % config.heartbeatSeconds) tellRoute();
    else beat();
  });
}

/** Our id of the first number in a part of the page, if it is one of ours. */
export function numberIn(part: Node): string | undefined {
  return foundIn(part)[0]?.[0].number;
}

/** Tells what the reader did with a part of the page, if one of our numbers is in it. */
export function tellOf(kind: "tap" | "copy", part?: Node | null): void {
  const number = part && numberIn(part);
  if (number) tell({ kind, number });
}

/** Calls back every second of a visible page. */
export function everySecond(work: () => void): void {
  setInterval(() => document.hidden || guard(work)(), 1000);
}

/** Calls back for the events of these names, wherever on the page. On the window, browsers take a wheel listener for passive. */
export function on<Heard extends Event>(names: string, heard: (event: Heard) => void): void {
  for (const name of names.split(" ")) addEventListener(name, guard(heard) as EventListener, true);
}
