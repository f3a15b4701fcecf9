// For pages that are built rather than pasted together: `import { startRingtrail } from "@ringtrail/snippet"`.
import { countPages as count } from "./count-pages/count-pages.ts";
import { extras } from "./extras/index.ts";
import { pageMethods } from "./extras/page-methods.ts";
import type { NumberOnPage, Ringtrail, SnippetSettings, Swap } from "./page-global.ts";
import { checkSettings } from "./settings.ts";
import { start } from "./start.ts";

export type { NumberOnPage, Ringtrail, SnippetSettings, Swap };

/**
 * Starts call tracking on this page. Call it once, in the browser: where a script of ours runs already, that one is
 * answered.
 *
 * @throws TypeError when the site key or the server is missing.
 */
export function startRingtrail(settings: SnippetSettings): Ringtrail {
  const checked = checkSettings(settings);
  return start(() => checked, extras, pageMethods);
}

/**
 * Counts a clinic's pages by the names of their page groups. Call it once, in the browser, beside `startRingtrail`; the tag
 * of a clinic's own script does so by itself, and of two copies on one page one counts.
 *
 * @throws TypeError when the site key or the server is missing.
 */
export function countPages(settings: Pick<SnippetSettings, "site" | "server" | "config">): void {
  count(checkSettings(settings));
}
