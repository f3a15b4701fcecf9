import twilioSdk from "twilio";
import { expect, test } from "vitest";
import {
  account,
  callerNumber,
  placeCall,
  providerOf,
  routeTo,
  startExchange,
  trackingNumber,
} from "../../testing/place-call.ts";
import { business, notice, startOurPart } from "../../testing/ring-plans.ts";
import { readWav } from "../sound/wav.ts";
import { toneLevel, voiceHz } from "./tone.ts";

test("a call is announced, then recorded from the answer on, each party on a channel of its own", async () => {
  const [carrier, peer] = [await startExchange(), await startOurPart()];
  await routeTo(carrier, { voiceUrl: `${peer.url}/voice`, fallbackUrl: undefined, statusUrl: `${peer.url}/status` });

  const call = await placeCall(carrier, { talkSeconds: 30, ringSeconds: 4, name: "JANE DOE" });

  expect(call).toMatchObject({ status: "completed", over: "caller_hung_up", fellThrough: 0 });
  expect(call.documents.map(({ why, status, verbs }) => [why, status, ...verbs])).toEqual([
    ["voice", 200, "Gather", "Dial"],
    ["gather", 200, "Dial"],
    ["dial", 200, "Hangup"],
  ]);
  const reports = call.reports.map(({ kind, event, status }) => `${kind} ${event} ${status}`);
  expect(reports.slice(0, 5)).toEqual([
    "status initiated 204",
    "status ringing 204",
    "status in-progress 204",
    "recording in-progress 204",
    "status completed 204",
  ]);
  // The recording is written while the call ends: either may be told first.
  expect(reports.slice(5).toSorted()).toEqual(["recording completed 204", "status completed 204"]);
  expect(call.heard.caller.map((sound) => [sound.who, sound.what, sound.text])).toEqual([
    ["carrier", "speech", notice],
    ["carrier", "ringback", undefined],
    ["business", "voice", undefined],
  ]);
  const [said, rang, talked] = call.heard.caller;
  expect(said).toMatchObject({ fromMs: expect.any(Number) });
  expect((said?.toMs ?? 0) - (said?.fromMs ?? 0)).toBeCloseTo(notice.length * 60, 0);
  expect((rang?.toMs ?? 0) - (rang?.fromMs ?? 0)).toBeCloseTo(4_000, 0);
  expect((talked?.toMs ?? 0) - (talked?.fromMs ?? 0)).toBeCloseTo(30_000, 0);
  expect(call.heard.business).toHaveLength(1);
  expect(call.legs).toMatchObject([{ to: business, status: "completed", seconds: 30 }]);
});

test("the recording holds the caller on the left and the business on the right, for as long as they talked", async () => {
  const [carrier, peer] = [await startExchange(), await startOurPart()];
  await routeTo(carrier, { voiceUrl: `${peer.url}/voice`, fallbackUrl: undefined, statusUrl: `${peer.url}/status` });
  const call = await placeCall(carrier, { talkSeconds: 12 });

  const fetched = await providerOf(carrier).fetchRecording(call.recordings[0]?.sid ?? "");

  expect(fetched).toMatchObject({ ok: true, value: { mediaType: "audio/x-wav", size: 44 + 12 * 8_000 * 4 } });
  const parts: Uint8Array[] = [];
  if (fetched.ok) for await (const part of fetched.value.sound) parts.push(part);
  const { sampleRate, channels } = readWav(Buffer.concat(parts));
  expect([sampleRate, channels.length, channels[0]?.length]).toEqual([8_000, 2, 12 * 8_000]);
  const [left = new Int16Array(), right = new Int16Array()] = channels;
  for (let start = 0; start < left.length; start += 4_000) {
    const [heardLeft, heardRight] = [left, right].map((side) => side.subarray(start, start + 4_000));
    expect(toneLevel(heardLeft ?? left, sampleRate, voiceHz.caller)).toBeCloseTo(0.5, 1);
    expect(toneLevel(heardLeft ?? left, sampleRate, voiceHz.business)).toBeLessThan(0.01);
    expect(toneLevel(heardRight ?? right, sampleRate, voiceHz.business)).toBeCloseTo(0.5, 1);
    // The announcement is a tone of its own: none of it may be in a recording that began after it.
    expect(toneLevel(heardRight ?? right, sampleRate, voiceHz.carrier)).toBeLessThan(0.01);
  }
});

test("every webhook carries a signature that Twilio's own SDK accepts, and tells who called", async () => {
  const [carrier, peer] = [await startExchange(), await startOurPart()];
  await routeTo(carrier, {
    voiceUrl: `${peer.url}/voice?a=1`,
    fallbackUrl: undefined,
    statusUrl: `${peer.url}/status`,
  });

  await placeCall(carrier, { talkSeconds: 2, verstat: "TN-Validation-Passed-A" });

  expect(peer.received.length).toBe(10);
  for (const { url, body, signature } of peer.received) {
    const params = Object.fromEntries(new URLSearchParams(body));
    expect(twilioSdk.validateRequest(account.token, signature ?? "", url, params), url).toBe(true);
  }
  const [voice] = peer.to("/voice");
  expect(Object.fromEntries(voice?.form ?? [])).toMatchObject({
    AccountSid: account.sid,
    CallStatus: "ringing",
    Direction: "inbound",
    From: callerNumber,
    StirVerstat: "TN-Validation-Passed-A",
    To: trackingNumber,
  });
});

test("a key pressed in the notice cuts it short and is told", async () => {
  const [carrier, peer] = [await startExchange(), await startOurPart()];
  await routeTo(carrier, { voiceUrl: `${peer.url}/voice`, fallbackUrl: undefined, statusUrl: `${peer.url}/status` });

  const call = await placeCall(carrier, { talkSeconds: 3, digits: { keys: "9", afterNoticeMs: 500 } });

  expect(peer.to("/notice-ended")[0]?.form.get("Digits")).toBe("9");
  const [said] = call.heard.caller;
  expect((said?.toMs ?? 0) - (said?.fromMs ?? 0)).toBeCloseTo(500, 0);
  expect(call.recordings).toEqual([]);
  expect(call.heard.business).toHaveLength(1);
});
