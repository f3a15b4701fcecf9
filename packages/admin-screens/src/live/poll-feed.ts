import type { LiveFeed } from "./live-feed.ts";

/**
 * Looks for news of calls every `everyMs`, but not while nobody looks at the page, and reads everything shown again when
 * somebody does. For hosts without a stream, where every question may cost a whole start of the host: what only people
 * change is not asked for again and again.
 */
export function pollFeed(host: Window, everyMs: number): LiveFeed {
  return (listener) => {
    const isSeen = (): boolean => host.document.visibilityState === "visible";
    const look = (): void => {
      if (isSeen()) listener.due();
    };
    const come = (): void => {
      if (isSeen()) listener.missed();
    };
    listener.state("polling");
    const timer = host.setInterval(look, everyMs);
    host.document.addEventListener("visibilitychange", come);
    return () => {
      host.clearInterval(timer);
      host.document.removeEventListener("visibilitychange", come);
    };
  };
}
