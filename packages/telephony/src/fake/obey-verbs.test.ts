import { expect, test } from "vitest";
import { placeCall, routeTo, startExchange } from "../../testing/place-call.ts";
import { startPeer, type PeerReply } from "../../testing/start-peer.ts";

/** Rings a number that is answered with these documents. */
async function ring(answers: Readonly<Record<string, PeerReply>>, script: Readonly<Record<string, unknown>> = {}) {
  const [carrier, peer] = [await startExchange(), await startPeer(answers)];
  await routeTo(carrier, { voiceUrl: `${peer.url}/voice`, fallbackUrl: undefined, statusUrl: `${peer.url}/status` });
  return { call: await placeCall(carrier, script), peer };
}

const sounds = (call: Awaited<ReturnType<typeof placeCall>>) =>
  call.heard.caller.map(({ what, fromMs, toMs }) => [what, Math.round(toMs - fromMs)]);

test("Say lasts 60 ms a character, Play two seconds, Pause as long as it says", async () => {
  const { call } = await ring({
    "/voice": `<Response><Say loop="2">ten chars.</Say><Play>/a.wav</Play><Pause length="3"/><Say>end</Say></Response>`,
    "/a.wav": { type: "audio/wav", body: "sound" },
  });

  expect(sounds(call)).toEqual([
    ["speech", 1_200],
    ["played", 2_000],
    ["speech", 180],
  ]);
  expect(call).toMatchObject({ over: "document_ended", status: "completed" });
  expect(call.nowMs).toBeGreaterThanOrEqual(1_200 + 2_000 + 3_000 + 180);
  expect(call.documents[1]).toMatchObject({ why: "play", method: "GET", status: 200 });
  expect(call.documents[1]?.error).toBeUndefined();
});

test("Play of what is no sound is noted, nothing of it is heard, and the call goes on", async () => {
  const { call } = await ring({ "/voice": `<Response><Play>/a.wav</Play><Say>end</Say></Response>`, "/a.wav": 404 });
  expect(call.documents[1]).toMatchObject({ why: "play", status: 404, error: "13420" });
  expect(call.heard.caller.map(({ what }) => what)).not.toContain("played");
});

test("Redirect leaves the rest of the document, and its own address may be relative", async () => {
  const { call } = await ring({
    "/voice": `<Response><Redirect method="GET">next?a=1</Redirect><Say>never</Say></Response>`,
    "/next": `<Response><Say>here</Say></Response>`,
  });
  expect(call.documents.map(({ why, method }) => [why, method])).toEqual([
    ["voice", "POST"],
    ["redirect", "GET"],
  ]);
  expect(call.heard.caller.map((sound) => sound.text)).toEqual(["here"]);
});

test("a circle of redirects ends", async () => {
  const { call } = await ring({ "/voice": `<Response><Redirect>/voice</Redirect></Response>` });
  expect(call).toMatchObject({ over: "document_ended" });
  expect(call.documents).toHaveLength(51);
});

test.each([
  [`<Reject/>`, "reject", "no-answer"],
  [`<Reject reason="busy"/>`, "reject", "busy"],
  [`<Hangup/>`, "hangup", "no-answer"],
  [`<Say>x</Say><Hangup/>`, "hangup", "completed"],
])("%s ends the call as %s, and a call nobody picked up costs nothing", async (verbs, over, status) => {
  const { call } = await ring({ "/voice": `<Response>${verbs}<Say>never</Say></Response>` });
  expect([call.over, call.status]).toEqual([over, status]);
});

test("Record takes a message until the caller hangs up, and asks its action all the same", async () => {
  const { call, peer } = await ring(
    { "/voice": `<Response><Say>Speak.</Say><Record action="/done" recordingStatusCallback="/rec"/></Response>` },
    { talkSeconds: 7 },
  );
  expect(call.recordings).toMatchObject([{ status: "completed", seconds: 7 }]);
  expect(peer.to("/done")[0]?.form.get("RecordingDuration")).toBe("7");
  expect(peer.to("/rec")[0]?.form.get("RecordingChannels")).toBe("1");
});

test("Record ends at its limit and goes on with the action's document", async () => {
  const { call } = await ring(
    {
      "/voice": `<Response><Record maxLength="5" action="/done"/></Response>`,
      "/done": `<Response><Say>Bye</Say></Response>`,
    },
    { talkSeconds: 60 },
  );
  expect(call.recordings).toMatchObject([{ seconds: 5 }]);
  expect(call.heard.caller.map((sound) => sound.text)).toEqual(["Bye"]);
});

test.each([
  ["waits for as many keys as it wants", `numDigits="3"`, "123", "123", ""],
  ["takes no more than it wants", `numDigits="2"`, "1234", "12", ""],
  ["ends on its finishing key, which is no digit", ``, "12#", "12", "#"],
  ["takes every key as a digit when none finishes", `numDigits="1" finishOnKey=""`, "#", "#", ""],
  ["gives what it has when its patience ends", `numDigits="4" timeout="2"`, "12", "12", ""],
])("Gather %s", async (_what, attributes, keys, digits, finishedOnKey) => {
  const { peer } = await ring(
    { "/voice": `<Response><Gather ${attributes} action="/keys"><Say>Press.</Say></Gather></Response>` },
    { digits: { keys, afterNoticeMs: 100 } },
  );
  const { form } = peer.to("/keys")[0] ?? {};
  expect([form?.get("Digits"), form?.get("FinishedOnKey")]).toEqual([digits, finishedOnKey]);
});

test("a Gather nobody answers goes on with the next verb unless it asks for empty results", async () => {
  const { call, peer } = await ring({ "/voice": `<Response><Gather action="/keys"/><Say>Nobody?</Say></Response>` });
  expect(peer.to("/keys")).toEqual([]);
  expect(call.heard.caller.map((sound) => sound.text)).toEqual(["Nobody?"]);
});

test("a Dial without an action goes on with the next verb when the business hangs up", async () => {
  const { call } = await ring(
    { "/voice": `<Response><Dial timeLimit="5">+14155550100</Dial><Say>Bye</Say></Response>` },
    { talkSeconds: 60, hungUpBy: "business" },
  );
  expect(sounds(call)).toEqual([
    ["ringback", 3_000],
    ["voice", 5_000],
    ["speech", 180],
  ]);
});

test("text is spoken and sound is played, as Twilio does with what is no document", async () => {
  const { call } = await ring({ "/voice": { type: "text/plain", body: "Hello there" } });
  expect(call.heard.caller.map((sound) => sound.text)).toEqual(["Hello there"]);
});

test("a verb Twilio may have and we do not is passed over", async () => {
  const { call } = await ring({ "/voice": `<Response><Prompt/><Say>on</Say></Response>` });
  expect(call.heard.caller.map((sound) => sound.text)).toEqual(["on"]);
});
