import type { SwapRequest } from "@ringtrail/api-contract";

/** What the page knows of itself; the server parses and shortens it. */
export function pageFacts(): SwapRequest["page"] {
  return { url: location.href, referrer: document.referrer, title: document.title };
}
