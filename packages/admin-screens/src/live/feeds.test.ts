import { afterEach, describe, expect, test, vi } from "vitest";
import type { LiveListener } from "./live-feed.ts";
import { streamFeed } from "./stream-feed.ts";

/** What a listener was told, in order. */
function aListener() {
  const told: string[] = [];
  const listener: LiveListener = {
    heard: (call) => told.push(`heard ${call}`),
    missed: () => told.push("missed"),
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
