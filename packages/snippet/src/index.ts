// For pages that are built rather than pasted together: `import { startRingtrail } from "@ringtrail/snippet"`.
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
