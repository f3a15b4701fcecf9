import { foldCall, type Callback, type CallEvent } from "@ringtrail/core/call-flow";
import { after } from "@ringtrail/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aVerifiedMessage, someday } from "../../testing/build-message.ts";
import { placeCall, routeTo, startExchange } from "../../testing/place-call.ts";
import { startOurPart } from "../../testing/ring-plans.ts";
import type { Peer } from "../../testing/start-peer.ts";
import { readCallback } from "../twilio/read-callback.ts";

async function callWith(script: Readonly<Record<string, unknown>>): Promise<Peer> {
  const [carrier, peer] = [await startExchange(), await startOurPart()];
  await routeTo(carrier, { voiceUrl: `${peer.url}/voice`, fallbackUrl: undefined, statusUrl: `${peer.url}/status` });
  await placeCall(carrier, { talkSeconds: 8, ...script });
  return peer;
}

const statuses = (peer: Peer) =>
  peer.received.flatMap(
    ({ form }) => form.get("RecordingStatus") ?? (form.get("Timestamp") ? form.get("CallStatus") : []),
  );

test("a carrier may say everything twice", async () => {
  const peer = await callWith({ faults: { duplicate: true } });
  expect(statuses(peer)).toHaveLength(14);
  expect(peer.to("/recording").map((one) => one.body)).toHaveLength(4);
});

test("a carrier may say the last first, after the call", async () => {
  const peer = await callWith({ faults: { reorder: true } });
  expect(statuses(peer)).toEqual([
    "completed",
    "completed",
    "completed",
    "in-progress",
    "in-progress",
    "ringing",
    "initiated",
  ]);
});

test("a carrier may lose reports of a kind", async () => {
  const peer = await callWith({ faults: { dropCallbacks: ["status"] } });
  expect(statuses(peer)).toEqual(["in-progress", "completed"]);
});

test("however the reports of a real trace are shuffled and repeated, they tell the same call", async () => {
  const heard = (await callWith({})).received.flatMap((one, index) => {
    const callback = one.path.slice(1);
    return isCallback(callback) ? [{ callback, body: one.body, at: after(someday, index) }] : [];
  });
  const told = fold(heard);
  expect(told).toMatchObject({ phase: "ended", businessEnd: "answered", talkMs: 8_000, recording: { channels: 2 } });
  fc.assert(
    fc.property(fc.shuffledSubarray([...heard, ...heard], { minLength: heard.length * 2 }), (messages) => {
      expect(fold(messages)).toEqual(told);
    }),
    { numRuns: 300 },
  );
});

interface Heard {
  readonly callback: Callback;
  readonly body: string;
  readonly at: typeof someday;
}

function fold(messages: readonly Heard[]) {
  const kept = new Map<string, CallEvent>();
  for (const { callback, body, at } of messages) {
    const news = readCallback(callback, aVerifiedMessage(body, at));
    for (const event of news.ok ? news.value.events : []) {
      const name = `${event.kind} ${event.key}`;
      if (!kept.has(name)) kept.set(name, event);
    }
  }
  return foldCall([...kept.values()]);
}

function isCallback(path: string): path is Callback {
  return ["notice-ended", "dial-ended", "status", "recording"].includes(path);
}
