// Counts a clinic's pages: how often those of its page groups are opened, and numbers on them tapped. The site's own script
// of a clinic has it in front of it; where a page loads the script alone, or a copy of it, it is a second file. A piece of
// its own, so that nobody else downloads it.
import { countPages } from "./count-pages/count-pages.ts";
import { readSettings } from "./settings.ts";

try {
  const queue = window.ringtrail ?? [];
  // Once the script has come there is no queue any more; the block and the tag are still there.
  countPages(readSettings(Array.isArray(queue) ? queue : []));
} catch {
  // The page has its numbers all the same.
}
