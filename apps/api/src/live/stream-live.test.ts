import { LiveEvent } from "@ringtrail/api-contract";
import { anId, seedShop } from "@ringtrail/core/testing";
import { expect, onTestFinished, test } from "vitest";
import { aKey } from "../../testing/ask-as-key.ts";
import { newId } from "../new-id.ts";
import { memoryBus } from "./memory-bus.ts";
import { aTestApp, type TestApp } from "../../testing/test-app.ts";

interface Heard {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

interface Listener {
  readonly answer: Response;
  /** Waits for the next event of the stream. */
  readonly next: () => Promise<Heard>;
}

/** Opens the stream as a browser does and reads it event by event. */
async function listen(testApp: TestApp, headers: Record<string, string> = {}): Promise<Listener> {
  const ask = await aKey(testApp, ["calls:read"]);
  const answer = await ask("/v1/live", { headers });
  const reader = (answer.body ?? new ReadableStream<Uint8Array>()).getReader();
  onTestFinished(() => reader.cancel());
  let text = "";
  const next = async (): Promise<Heard> => {
    for (;;) {
      const end = text.indexOf("\n\n");
      if (end === -1) {
        const { done, value } = await reader.read();
        if (done) throw new Error("The stream ended.");
        text += new TextDecoder().decode(value);
        continue;
      }
      const fields = new Map(
        text
          .slice(0, end)
          .split("\n")
          .map((line) => line.split(/: ?(.*)/s, 2) as [string, string]),
      );
      text = text.slice(end + 2);
      if (fields.has("event")) {
        return { id: fields.get("id") ?? "", event: fields.get("event") ?? "", data: fields.get("data") ?? "" };
      }
    }
  };
  return { answer, next };
}

/** Publishes news and lets a moment pass, so that no two carry the same instant. */
function tell({ deps, shop, clock }: TestApp, call: string, account = shop.account): void {
  deps.live.publish({ account, kind: "call_changed", call: anId(call) });
  clock.pass(10_000);
}

test("200: news reach an open stream, which nobody may keep or hold back", async () => {
  const testApp = await aTestApp();
  const { answer, next } = await listen(testApp);

  tell(testApp, "one");
  const { event, data } = await next();

  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("x-accel-buffering")).toBe("no");
  expect(event).toBe("call");
  expect(LiveEvent.parse(JSON.parse(data))).toEqual({
    kind: "call_changed",
    call: anId("one"),
    at: "2026-03-02T10:00:00.000Z",
  });
});

test("200: a stream that was lost goes on after the event it heard last", async () => {
  const testApp = await aTestApp({}, ({ now }) => ({ live: memoryBus(now, () => newId(now())) }));
  const first = await listen(testApp);
  tell(testApp, "one");
  const heard = await first.next();
  tell(testApp, "two");
  tell(testApp, "three");

  const second = await listen(testApp, { "last-event-id": heard.id });

  expect([await second.next(), await second.next()].map(({ data }) => JSON.parse(data).call)).toEqual([
    anId("two"),
    anId("three"),
  ]);
});

test("200: a stream that was lost for too long is told to read everything again", async () => {
  const testApp = await aTestApp();

  const { next } = await listen(testApp, { "last-event-id": "from-another-life" });

  expect(await next()).toMatchObject({ event: "missed" });
});

test("200: nobody hears another account's news", async () => {
  const testApp = await aTestApp();
  const stranger = await seedShop(testApp.world);
  const { next } = await listen(testApp);

  tell(testApp, "theirs", stranger.account);
  tell(testApp, "ours");

  expect(JSON.parse((await next()).data).call).toBe(anId("ours"));
});

test("a listener who leaves is forgotten", async () => {
  let listeners = 0;
  const testApp = await aTestApp({}, ({ live }) => ({
    live: {
      ...live,
      subscribe: (account, fromId, listener) => {
        const end = live.subscribe(account, fromId, listener);
        listeners += 1;
        return () => {
          listeners -= 1;
          end();
        };
      },
    },
  }));
  const ask = await aKey(testApp, ["calls:read"]);
  const answer = await ask("/v1/live");
  const reader = answer.body?.getReader();
  await reader?.read();
  expect(listeners).toBe(1);

  await reader?.cancel();
  await expect.poll(() => listeners).toBe(0);
});
