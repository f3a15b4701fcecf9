import type { SwapRequest } from "@ringtrail/api-contract";

/** What the page knows of itself; the server parses the addresses. */
export function pageFacts(): SwapRequest["page"] {
  return {
    url: location.href.slice(0, 8192),
    // Browsers themselves stop at 4096.
    referrer: document.referrer,
    title: document.title.slice(0, 300),
  };
}

/** A finger and a small screen make a phone, a finger and a large one a tablet. */
export function deviceKind(): SwapRequest["device"] {
  if (!matchMedia("(pointer: coarse)").matches) return "computer";
  return Math.min(screen.width, screen.height) < 600 ? "phone" : "tablet";
}
