import { RecordingRest } from "@ringtrail/api-contract";
import { ok } from "@ringtrail/core";
import { aRuleSet, at } from "@ringtrail/core/testing";
import { carrierFor } from "@ringtrail/telephony";
import { expect, test } from "vitest";
import { aKey, problemIn } from "../../../testing/ask-as-key.ts";
import { ring, storedCalls } from "../../../testing/ask-app.ts";
import { aTestApp, type TestApp } from "../../../testing/test-app.ts";

const caller = { From: "+14155550142" };
const recordingBegan = { RecordingSid: "RE1", RecordingStatus: "in-progress", CallSid: "CA1" };

/** An app whose carrier obeys and keeps what it was told. */
async function anApp(): Promise<{ readonly app: TestApp; readonly orders: string[] }> {
  const orders: string[] = [];
  const app = await aTestApp({ slices: ["any"] }, () => ({
    law: aRuleSet(),
    carrierFor: (connection) => {
      const carrier = carrierFor(connection);
      const steerRecording = async (_ref: string, order: string) => (orders.push(order), ok(undefined));
      return { ...carrier, provider: (keys) => ({ ...carrier.provider(keys), steerRecording }) };
    },
  }));
  return { app, orders };
}

/** Lets a call come so far that it is recorded. Answers its id. */
async function aRecordedCall(app: TestApp): Promise<string> {
  await ring(app, "voice", caller);
  await ring(app, "notice", { ...caller, CallStatus: "in-progress" });
  await ring(app, "recording", recordingBegan);
  return (await storedCalls(app))[0]?.id ?? "";
}

test("200: the recording rests while a card is read out, goes on after it, and the proof holds both", async () => {
  const { app, orders } = await anApp();
  const ask = await aKey(app, ["calls:write"]);
  const call = await aRecordedCall(app);

  const paused = await ask(`/v1/calls/${call}/recording/pause`, { method: "POST" });
  app.clock.pass(20_000);
  const resumed = await ask(`/v1/calls/${call}/recording/resume`, { method: "POST" });

  expect([paused.status, resumed.status]).toEqual([200, 200]);
  expect(RecordingRest.parse(await paused.json())).toEqual({ isPaused: true });
  expect(RecordingRest.parse(await resumed.json())).toEqual({ isPaused: false });
  expect(orders).toEqual(["pause", "resume"]);
  const proofs = await app.world.proofs.ofCall(app.shop.account, call as never);
  expect(proofs.slice(-2)).toMatchObject([
    { kind: "paused", facts: { pause: { why: "card_data", by: expect.stringContaining("key") } } },
    { kind: "resumed" },
  ]);
  expect(await app.world.proofs.firstBroken(app.shop.account)).toBeUndefined();
});

test("200: while somebody who joined was not told, the recording does not go on, whoever asks", async () => {
  const { app, orders } = await anApp();
  const ask = await aKey(app, ["calls:write"]);
  const call = await aRecordedCall(app);
  const joinedAt = app.clock.now();
  await app.world.calls.append(app.shop.account, call as never, {
    kind: "joined",
    at: joinedAt,
    key: "CA9",
    who: "CA9",
  });
  await ring(app, "recording", { ...recordingBegan, RecordingStartTime: "Tue, 03 Mar 2026 10:00:01 +0000" });

  const answer = await ask(`/v1/calls/${call}/recording/resume`, { method: "POST" });

  expect(RecordingRest.parse(await answer.json())).toEqual({ isPaused: true });
  expect(orders).toEqual(["pause"]);
  const proofs = await app.world.proofs.ofCall(app.shop.account, call as never);
  expect(proofs.at(-1)).toMatchObject({ kind: "paused", facts: { pause: { why: "newcomer" } } });
});

test("the whisper's end is proved by the recording's beginning, because the two are connected after it", async () => {
  const { app } = await anApp();
  await ring(app, "voice", caller);
  await ring(app, "notice", { ...caller, CallStatus: "in-progress" });
  const number = app.shop.source.e164.slice(1);
  await ring(app, `whisper?number=${number}`, { CallSid: "CA2", ParentCallSid: "CA1", CallStatus: "in-progress" });
  // Carriers tell whole seconds; the last millisecond of one is meant.
  const began = { RecordingStartTime: "Mon, 02 Mar 2026 10:00:04 +0000" };
  app.clock.pass(5_000);
  await ring(app, `recording?number=${number}`, { ...recordingBegan, ...began });

  const [call] = await storedCalls(app);
  const proofs = call === undefined ? [] : await app.world.proofs.ofCall(app.shop.account, call.id);
  const told = proofs.filter(({ kind }) => kind === "told").map(({ facts }) => facts);
  const whisper = { party: "business", told: "whisper", startedAt: at("10:00") };
  expect(told).toEqual([whisper, { ...whisper, finishedAt: at("10:00:04") + 999 }]);
});

test("409: a call that is not recorded cannot be paused", async () => {
  const { app, orders } = await anApp();
  const ask = await aKey(app, ["calls:write"]);
  await ring(app, "voice", caller);
  const [call] = await storedCalls(app);

  const answer = await ask(`/v1/calls/${call?.id}/recording/pause`, { method: "POST" });

  expect(answer.status).toBe(409);
  expect(await problemIn(answer)).toMatchObject({ code: "call_not_recording" });
  expect(orders).toEqual([]);
});

test("502: a carrier that does not obey is told of, and asked again with the call's next event", async () => {
  const app = await aTestApp({ slices: ["any"] }, () => ({ law: aRuleSet() }));
  const ask = await aKey(app, ["calls:write"]);
  const call = await aRecordedCall(app);

  const answer = await ask(`/v1/calls/${call}/recording/pause`, { method: "POST" });

  expect(answer.status).toBe(502);
  const facts = await app.world.calls.facts(app.shop.account, call as never);
  expect(facts?.state.rest).toMatchObject({ wanted: ["card_data"], isPaused: false });
});

test("404: a call of another account does not exist", async () => {
  const { app } = await anApp();
  const ask = await aKey(app, ["calls:write"]);

  const answer = await ask("/v1/calls/0196f0f0-0000-7000-8000-000000000000/recording/pause", { method: "POST" });

  expect(answer.status).toBe(404);
});
