import { expect, test } from "vitest";
import { placeCall, routeTo, startCall, startExchange } from "../../testing/place-call.ts";
import { startOurPart } from "../../testing/ring-plans.ts";
import type { FakeCarrier } from "./start-fake-carrier.ts";
import type { Peer } from "../../testing/start-peer.ts";

async function routed(speed?: number): Promise<{ carrier: FakeCarrier; peer: Peer }> {
  const [carrier, peer] = [await startExchange(speed), await startOurPart()];
  await routeTo(carrier, { voiceUrl: `${peer.url}/voice`, fallbackUrl: undefined, statusUrl: `${peer.url}/status` });
  return { carrier, peer };
}

const paths = (peer: Peer) => [...new Set(peer.received.map((one) => one.path))];

test("a caller who hangs up in the notice is never asked about it, and only the end is told", async () => {
  const { carrier, peer } = await routed();

  const call = await placeCall(carrier, { hangupDuring: "notice" });

  expect(call).toMatchObject({ over: "caller_hung_up", legs: [], recordings: [] });
  expect(paths(peer)).toEqual(["/voice", "/status"]);
  expect(peer.to("/status").map((one) => one.form.get("CallStatus"))).toEqual(["completed"]);
});

test("a caller who hangs up while it rings leaves a cancelled leg", async () => {
  const { carrier, peer } = await routed();

  const call = await placeCall(carrier, { hangupDuring: "ringing" });

  expect(call).toMatchObject({ over: "caller_hung_up", legs: [{ status: "canceled", seconds: 0 }], recordings: [] });
  expect(peer.to("/dial-ended")[0]?.form.get("DialCallStatus")).toBe("canceled");
});

test("a caller who hangs up in the talk leaves half of it, on the bill and on the recording", async () => {
  const { carrier } = await routed();

  const call = await placeCall(carrier, { hangupDuring: "talk", talkSeconds: 20 });

  expect(call).toMatchObject({ legs: [{ status: "completed", seconds: 10 }], recordings: [{ seconds: 10 }] });
});

test("a talk the business ends asks what comes next while the caller is still there", async () => {
  const { carrier, peer } = await routed();

  const call = await placeCall(carrier, { hungUpBy: "business", talkSeconds: 4 });

  expect(call.over).toBe("hangup");
  expect(peer.to("/dial-ended")[0]?.form.get("CallStatus")).toBe("in-progress");
});

test("a talk shorter than a second is not kept, and the carrier says why", async () => {
  const { carrier, peer } = await routed();

  const call = await placeCall(carrier, { talkSeconds: 0.5 });

  expect(call.recordings).toMatchObject([{ status: "absent" }]);
  const told = peer.to("/recording").map(({ form }) => [form.get("RecordingStatus"), form.get("ErrorCode")]);
  expect(told).toEqual([
    ["in-progress", null],
    ["absent", "16101"],
  ]);
});

test.each([
  ["busy", "busy"],
  ["no-answer", "no-answer"],
  ["failed", "failed"],
])("a business that is %s is told as %s, and nothing is recorded", async (answer, told) => {
  const { carrier, peer } = await routed();

  const call = await placeCall(carrier, { answer });

  expect(call).toMatchObject({ legs: [{ status: told, seconds: 0 }], recordings: [], heard: { business: [] } });
  expect(peer.to("/dial-ended")[0]?.form.get("DialCallStatus")).toBe(told);
  expect(peer.to("/status").map((one) => one.form.get("CallStatus"))).toContain(told);
});

test("a business that picks up later than the Dial waits has not answered", async () => {
  const { carrier } = await routed();
  expect(await placeCall(carrier, { ringSeconds: 26 })).toMatchObject({ legs: [{ status: "no-answer" }] });
});

test("a call goes on until somebody hangs it up by hand", async () => {
  const { carrier } = await routed(50);
  const sid = await startCall(carrier, { talkSeconds: 14_400 });
  const url = `${carrier.url}/fake/calls/${sid}`;
  const json = { "content-type": "application/json" };

  const hungUp = await fetch(`${url}/hangup?wait=done`, { method: "POST", headers: json, body: "{}" });

  expect(await hungUp.json()).toMatchObject({ over: "caller_hung_up" });
});
