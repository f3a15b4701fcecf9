import { createServer } from "node:net";
import { expect, test } from "vitest";
import { placeCall, routeTo, startExchange } from "../../testing/place-call.ts";
import { business, startOurPart } from "../../testing/ring-plans.ts";
import { startPeer, type PeerReply } from "../../testing/start-peer.ts";

const dials = `<Response><Dial answerOnBridge="true"><Number>${business}</Number></Dial></Response>`;

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((settle) => server.listen(0, "127.0.0.1", settle));
  const address = server.address();
  await new Promise((settle) => server.close(settle));
  return typeof address === "object" && address !== null ? address.port : 0;
}

const ladder: [what: string, reply: PeerReply, error: string][] = [
  ["answers 500", 500, "11200"],
  ["answers 403", 403, "11200"],
  ["accepts and then says nothing", "hang", "11205"],
  ["answers what is no XML", { type: "text/xml", body: "<Response><Dial>" }, "12100"],
  ["answers XML that is no TwiML", { type: "text/xml", body: "<Answer/>" }, "12102"],
  ["answers a web page of JSON", { type: "application/json", body: "{}" }, "12300"],
  ["answers more than Twilio reads", { type: "text/xml", body: `<Response>${" ".repeat(65_536)}</Response>` }, "11750"],
];

test.each(ladder)(
  "when the server %s, the fallback address is asked and connects the call",
  async (_what, reply, error) => {
    const carrier = await startExchange();
    const peer = await startPeer({ "/voice": reply });
    const fallback = await startPeer({ "/fallback/+14155550111.twiml": dials });
    const voiceUrl = `${peer.url}/voice#rc=0&rt=${reply === "hang" ? 100 : 5_000}`;
    const fallbackUrl = `${fallback.url}/fallback/+14155550111.twiml`;
    await routeTo(carrier, { voiceUrl, fallbackUrl, statusUrl: `${peer.url}/status` });

    const call = await placeCall(carrier, { talkSeconds: 5 });

    expect(call.documents.map((asked) => [asked.why, asked.method, asked.error])).toEqual([
      ["voice", "POST", error],
      ["fallback", "GET", undefined],
    ]);
    const { form } = fallback.received[0] ?? {};
    expect([form?.get("ErrorCode"), form?.get("ErrorUrl")]).toEqual([error, `${peer.url}/voice`]);
    expect(call.heard.business).toHaveLength(1);
    expect(call.recordings).toEqual([]);
  },
);

test("when nobody listens at all, the fallback address connects the call", async () => {
  const [carrier, fallback] = [await startExchange(), await startPeer({ "/f": dials })];
  const voiceUrl = `http://127.0.0.1:${await closedPort()}/voice`;
  await routeTo(carrier, { voiceUrl, fallbackUrl: `${fallback.url}/f`, statusUrl: `${fallback.url}/status` });

  const call = await placeCall(carrier, { talkSeconds: 5 });

  expect(call.documents.map((asked) => [asked.why, asked.attempts, asked.error])).toEqual([
    ["voice", 2, "11205"],
    ["fallback", 1, undefined],
  ]);
  expect(call.heard.business).toHaveLength(1);
});

test("when server and fallback are both gone, the call fails and the books say so", async () => {
  const carrier = await startExchange();
  const gone = `http://127.0.0.1:${await closedPort()}`;
  await routeTo(carrier, { voiceUrl: `${gone}/voice`, fallbackUrl: `${gone}/f`, statusUrl: `${gone}/status` });

  const call = await placeCall(carrier);

  expect(call).toMatchObject({ over: "application_error", status: "failed", heard: { caller: [], business: [] } });
});

test.each<[string, PeerReply]>([
  ["answers 500", 500],
  ["hangs", "hang"],
  ["answers garbage", "garbage"],
])(
  "when the notice's callback %s and there is no fallback, the verbs behind it connect the call",
  async (_what, reply) => {
    const carrier = await startExchange();
    const limits = `#rc=0&amp;rt=${reply === "hang" ? 100 : 5_000}`;
    const peer = await startPeer({
      "/voice":
        `<Response><Gather actionOnEmptyResult="true" timeout="1" action="/notice${limits}"><Say>Recorded.</Say>` +
        `</Gather><Dial><Number>${business}</Number></Dial></Response>`,
      "/notice": reply,
    });
    await routeTo(carrier, { voiceUrl: `${peer.url}/voice`, fallbackUrl: undefined, statusUrl: `${peer.url}/status` });

    const call = await placeCall(carrier, { talkSeconds: 5 });

    expect(call.fellThrough).toBe(1);
    expect(call.heard.caller.map((sound) => sound.what)).toEqual(["speech", "ringback", "voice"]);
    expect(call.recordings).toEqual([]);
  },
);

test("our own first document connects the call when the notice's callback fails and the fallback does too", async () => {
  const [carrier, peer] = [await startExchange(), await startOurPart({ "/notice-ended": 500, "/fallback": 404 })];
  const fallbackUrl = `${peer.url}/fallback`;
  await routeTo(carrier, { voiceUrl: `${peer.url}/voice`, fallbackUrl, statusUrl: `${peer.url}/status` });

  const call = await placeCall(carrier, { talkSeconds: 5 });

  expect(call.documents.map((asked) => asked.why)).toEqual(["voice", "gather", "fallback"]);
  expect(peer.to("/notice-ended")).toHaveLength(2);
  expect(call.heard.business).toHaveLength(1);
});

test("a Dial's action that fails does not cut the talk short", async () => {
  const [carrier, peer] = [await startExchange(), await startOurPart({ "/dial-ended": 500 })];
  await routeTo(carrier, { voiceUrl: `${peer.url}/voice`, fallbackUrl: undefined, statusUrl: `${peer.url}/status` });

  const call = await placeCall(carrier, { talkSeconds: 5, hungUpBy: "business" });

  expect(call).toMatchObject({ over: "document_ended", legs: [{ seconds: 5, status: "completed" }] });
  expect(call.recordings).toMatchObject([{ status: "completed", seconds: 5 }]);
});
