// The script tag's entry: reads the settings from the page and starts. Loaded twice, the second one does nothing.
import type { Choice } from "@ringtrail/core/consent";
import { readSettings } from "./settings.ts";
import { start, type Ringtrail } from "./start.ts";

declare const __RINGTRAIL_VERSION__: string;

/** What a page may have put there before us: settings, and the answer its banner remembered. */
interface Before {
  readonly version?: string;
  readonly site?: string;
  readonly server?: string;
  readonly answer?: Choice;
}

const page = window as unknown as { ringtrail?: Before | Ringtrail };

try {
  const before = page.ringtrail as Before | undefined;
  if (before?.version === undefined) {
    const settings = readSettings(before);
    if (settings) page.ringtrail = start(settings, __RINGTRAIL_VERSION__, before?.answer);
    else console.warn("Ringtrail: no site key");
  }
} catch {
  // A failure of ours leaves the page as it is.
}
