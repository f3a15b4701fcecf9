import { afterEach, describe, expect, test, vi } from "vitest";
import type { LiveListener } from "./live-feed.ts";
import { pollFeed } from "./poll-feed.ts";
import { streamFeed } from "./stream-feed.ts";

/** What a listener was told, in order. */
function aListener() {
  const told: string[] = [];
  const listener: LiveListener = {
    heard: (call) => told.push(`heard ${call}`),
    missed: () => told.push("missed"),
    due: () => told.push("due"),
    state: (state) => told.push(state),
  };
  return { told, listener };
}

/** A browser's stream as the test drives it. */
class Stream extends EventTarget {
  readonly CLOSED = 2;
  readyState = 1;
  close(): void {
    this.readyState = 2;
  }
  say(name: string, data?: string): void {
    this.dispatchEvent(data === undefined ? new Event(name) : new MessageEvent(name, { data }));
  }
}

function openFeed() {
  const streams: Stream[] = [];
  const { told, listener } = aListener();
  const stop = streamFeed("/v1/live", () => {
    const stream = new Stream();
    streams.push(stream);
    return stream as unknown as EventSource;
  })(listener);
  return { streams, told, stop };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("the stream of news", () => {
  test("says when it is live and which call changed", () => {
    const { streams, told } = openFeed();
    streams[0]?.say("open");
    streams[0]?.say("call", '{"kind":"call_rang","call":"c1"}');

    expect(told).toEqual(["live", "heard c1"]);
  });

  test.each([
    ["an event that is no JSON", "call", "{"],
    ["an event without a call", "call", "{}"],
    ["a word that events were missed", "missed", undefined],
  ])("%s means: read everything again", (_why, name, data) => {
    const { streams, told } = openFeed();
    streams[0]?.say(name, data);

    expect(told).toEqual(["missed"]);
  });

  test("a stream that broke and came back reads everything again, once", () => {
    const { streams, told } = openFeed();
    streams[0]?.say("open");
    streams[0]?.say("error");
    streams[0]?.say("error");
    streams[0]?.say("open");

    expect(told).toEqual(["live", "lost", "lost", "live", "missed"]);
  });

  test("a stream the server closed for good is opened anew", () => {
    vi.useFakeTimers();
    const { streams } = openFeed();
    streams[0]?.close();
    streams[0]?.say("error");
    vi.runOnlyPendingTimers();

    expect(streams).toHaveLength(2);
  });

  test("a feed nobody listens to is closed and stays so", () => {
    vi.useFakeTimers();
    const { streams, stop } = openFeed();
    streams[0]?.close();
    streams[0]?.say("error");
    stop();
    vi.runOnlyPendingTimers();

    expect(streams).toHaveLength(1);
  });
});

/** A host as far as a feed looks at it: its clock and whether somebody looks at its page. */
function aHost() {
  const document = Object.assign(new EventTarget(), { visibilityState: "visible" });
  const host = {
    document,
    setInterval: (act: () => void, ms: number) => setInterval(act, ms),
    clearInterval: (timer: ReturnType<typeof setInterval>) => clearInterval(timer),
  };
  const show = (state: "visible" | "hidden"): void => {
    document.visibilityState = state;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  return { host: host as unknown as Window, show };
}

describe("a host that has to ask", () => {
  test("looks for calls again and again, and reads the rest only when somebody comes back to the page", () => {
    vi.useFakeTimers();
    const { host, show } = aHost();
    const { told, listener } = aListener();
    const stop = pollFeed(host, 3_000)(listener);
    vi.advanceTimersByTime(6_000);
    show("hidden");
    vi.advanceTimersByTime(6_000);
    show("visible");
    stop();
    show("visible");
    vi.advanceTimersByTime(6_000);

    expect(told).toEqual(["polling", "due", "due", "missed"]);
  });
});
