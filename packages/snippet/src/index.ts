// For pages that are built rather than pasted together: `import { startRingtrail } from "@ringtrail/snippet"`.
import { completeSettings, type SnippetSettings } from "./settings.ts";
import { start, type Ringtrail } from "./start.ts";

export type { Ringtrail, SnippetSettings };

declare const __RINGTRAIL_VERSION__: string;

/**
 * Starts call tracking on this page. Call it once, in the browser.
 *
 * @throws TypeError when the site key or the server is missing.
 */
export function startRingtrail(settings: SnippetSettings): Ringtrail {
  const complete = completeSettings(settings);
  if (!complete) throw new TypeError("startRingtrail needs a site key and the address of your Ringtrail server.");
  return start(complete, __RINGTRAIL_VERSION__);
}
