import { level } from "../decide.ts";
import { failed } from "../guard.ts";
import { listeners } from "../page/page-numbers.ts";
import { version } from "../page-door.ts";
import type { Extra } from "../start.ts";

/** On a page opened with `?ringtrail=debug` shows what was found and why it was swapped or not. */
export const openDebug: Extra = (site, { server }) => {
  if (!location.search.includes("ringtrail=debug")) return;
  listeners.push(() => performance.mark("ringtrail"));
  // An import, because a script element's address is a sink under Trusted Types.
  import(`${server}/snippet/${version}/ringtrail-debug.js`).then(({ show }) => show(site, () => level), failed);
};
