// What the site's own script of a clinic has in front of the script itself, if the clinic has page groups: it tells how
// often their pages are opened, and numbers on them tapped. A piece of its own, so that nobody else downloads it.
import { countPages, type PagesQueued } from "./count-pages/count-pages.ts";

try {
  // What the server put first in the queue. Where a script runs already there is none: pages are counted once.
  const queued = (window.ringtrail as readonly PagesQueued[]).find?.(({ pages }) => pages);
  if (queued) countPages(queued);
} catch {
  // The page has its numbers all the same.
}
