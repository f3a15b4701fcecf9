import type { LiveFeed } from "./live-feed.ts";

/** Reads everything shown again every `everyMs`, but not while nobody looks at the page. For hosts without a stream. */
export function pollFeed(host: Window, everyMs: number): LiveFeed {
  return (listener) => {
    const look = (): void => {
      if (host.document.visibilityState === "visible") listener.missed();
    };
    listener.state("polling");
    const timer = host.setInterval(look, everyMs);
    host.document.addEventListener("visibilitychange", look);
    return () => {
      host.clearInterval(timer);
      host.document.removeEventListener("visibilitychange", look);
    };
  };
}
