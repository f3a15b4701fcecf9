import type { LiveFeed, LiveListener } from "./live-feed.ts";

/** The part of `EventSource` the feed needs; tests pass their own. */
export type OpenStream = (url: string) => EventSource;

/** How long a stream the server closed for good is left alone before it is opened anew. */
const reopenMs = 3_000;

/**
 * News by server-sent events. The browser reconnects by itself and names the last event it heard; when the server
 * turned the stream away altogether, a new one is opened. Either way everything is read again once the stream is back:
 * a browser that had heard no event yet has none to name.
 */
export function streamFeed(url: string, open: OpenStream = (address) => new EventSource(address)): LiveFeed {
  return (listener) => {
    let stream: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let mayHaveMissed = false;
    const connect = (): void => {
      stream = open(url);
      stream.addEventListener("open", () => {
        listener.state("live");
        if (mayHaveMissed) listener.missed();
        mayHaveMissed = false;
      });
      stream.addEventListener("error", () => {
        listener.state("lost");
        mayHaveMissed = true;
        if (stream.readyState === stream.CLOSED) timer = setTimeout(connect, reopenMs);
      });
      hear(stream, listener);
    };
    connect();
    return () => {
      clearTimeout(timer);
      stream.close();
    };
  };
}

function hear(stream: EventSource, listener: LiveListener): void {
  stream.addEventListener("call", (event: MessageEvent<string>) => {
    const call = callIn(event.data);
    if (call === undefined) listener.missed();
    else listener.heard(call);
  });
  stream.addEventListener("missed", () => listener.missed());
}

/** The call an event is about; undefined when it cannot be read, and then everything is read again. */
function callIn(text: string): string | undefined {
  try {
    const event: unknown = JSON.parse(text);
    if (typeof event !== "object" || event === null || !("call" in event)) return undefined;
    return typeof event.call === "string" ? event.call : undefined;
  } catch {
    return undefined;
  }
}
