import { foldCall, type Callback, type CallEvent, type CallState } from "@ringtrail/core/call-flow";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aMessage } from "../../testing/build-message.ts";
import { placeCall, providerOf, routeTo, startExchange } from "../../testing/place-call.ts";
import { startOurPart } from "../../testing/ring-plans.ts";
import type { VerifiedMessage } from "../carrier.ts";
import { readCallback, readVoice } from "../twilio/index.ts";

/** What the caller and the business do in each recorded trace. */
const scripts = {
  "announced and recorded": { talkSeconds: 8 },
  refused: { talkSeconds: 4, digits: { keys: "9", afterNoticeMs: 400 } },
  busy: { answer: "busy" },
  "not answered": { answer: "no-answer" },
  "hung up while it rang": { hangupDuring: "ringing" },
  "hung up during the notice": { hangupDuring: "notice" },
  "hung up by the business": { talkSeconds: 5, hungUpBy: "business" },
} as const;

/** The events of a call by the messages that told them, and those the carrier's books hold. */
interface Trace {
  readonly told: readonly (readonly CallEvent[])[];
  readonly books: readonly CallEvent[];
}

/** Places a real call through the fake carrier and reads every webhook of it with our own readers. */
async function record(script: Readonly<Record<string, unknown>>): Promise<Trace> {
  const [carrier, peer] = [await startExchange(), await startOurPart()];
  await routeTo(carrier, { voiceUrl: `${peer.url}/voice`, fallbackUrl: undefined, statusUrl: `${peer.url}/status` });
  await placeCall(carrier, script);
  const told = peer.received.map(({ path, url, body }) => {
    const message = aMessage({ url, body }) as VerifiedMessage;
    const read = path === "/voice" ? readVoice(message) : readCallback(path.slice(1) as Callback, message);
    if (!read.ok) throw new Error(`unreadable: ${path}`);
    return "rang" in read.value ? [read.value.rang] : read.value.events;
  });
  const provider = providerOf(carrier);
  const since = 0 as never;
  const [calls, recordings] = [
    await provider.listCalls({ since, page: undefined }),
    await provider.listRecordings({ since, page: undefined }),
  ];
  if (!calls.ok || !recordings.ok) throw new Error("the books cannot be read");
  const made = recordings.value.items.map(({ ref, url, lengthMs, channels, key, startedAt }): CallEvent => ({
    kind: "recording_ready",
    at: startedAt ?? since,
    key,
    recording: { ref, url, lengthMs, channels },
  }));
  return { told, books: [...calls.value.items.flatMap(({ events }) => events), ...made] };
}

/** What everybody must agree on, however much was lost on the way. */
function essence({ phase, businessEnd, talkMs, lengthMs, recording }: CallState) {
  return { phase, businessEnd, talkMs, lengthMs, recording: recording && { ...recording, url: "" } };
}

describe.each(Object.entries(scripts))("a call that was %s", (_name, script) => {
  test("is the same call however its messages come, and the books make up for what is lost", async () => {
    const { told, books } = await record(script);
    const whole = foldCall(told.flat());
    expect(whole.phase).toBe("ended");

    const again = fc.subarray([...told]).map((some) => [...told, ...some]);
    const anyOrder = again.chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
    fc.assert(
      fc.property(anyOrder, (messages) => {
        expect(foldCall(messages.flat())).toEqual(whole);
      }),
    );

    const booked = essence(foldCall([...told.flat(), ...books]));
    fc.assert(
      fc.property(fc.shuffledSubarray([...told]), (some) => {
        expect(essence(foldCall([...some.flat(), ...books]))).toEqual(booked);
      }),
    );

    fc.assert(fc.property(fc.shuffledSubarray([...told]), (some) => claimsNoMore(foldCall(some.flat()), whole)));
  });
});

/** What is known of a part of the messages is never more than what is true of the whole. */
function claimsNoMore(part: CallState, whole: CallState): boolean {
  return (
    (part.recording === undefined || whole.recording !== undefined) &&
    (!part.refused || whole.refused) &&
    (part.answeredAt === undefined || whole.answeredAt !== undefined) &&
    (part.noticeEndedAt === undefined || whole.noticeEndedAt !== undefined)
  );
}
