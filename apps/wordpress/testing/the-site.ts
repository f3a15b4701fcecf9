import { startSite, type Ground, type Site } from "./site.ts";

/** The one WordPress of the lane. Starting another costs ten seconds, and a minute on a busy machine. */
export let site: Site;

/** Starts it. */
export async function openTheSite(ground?: Ground): Promise<void> {
  site = await startSite(ground);
}
