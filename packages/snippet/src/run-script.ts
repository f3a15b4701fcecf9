import { readSettings } from "./settings.ts";
import { start, type Extra } from "./start.ts";

/** Starts as the page says. Of two scripts on one page the first one runs, and the second does nothing. */
export function runScript(extras: readonly Extra[]): void {
  try {
    const queue = window.ringtrail ?? [];
    if (Array.isArray(queue)) start(readSettings(queue), extras);
  } catch (failure) {
    // A failure of ours leaves the page as it is.
    console.warn(failure);
  }
}
