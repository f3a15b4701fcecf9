import { expect, test } from "vitest";
import { startPeer, type PeerReply } from "../../testing/start-peer.ts";
import { askPeer } from "./ask-peer.ts";

const webhook = { params: { CallSid: "CA1" }, keys: { face: "twilio", token: "secret" }, eventId: "event 1" } as const;

const policy: [what: string, limits: string, reply: PeerReply, attempts: number][] = [
  ["an answer is enough", "#rc=5&rp=all", "<Response/>", 1],
  ["a 500 is final unless it is named", "#rc=5&rp=4xx,ct", 500, 1],
  ["a 500 that is named is asked again as often as allowed", "#rc=2&rp=5xx", 500, 3],
  ["a 404 that is named is asked again", "#rc=1&rp=4xx", 404, 2],
  ["no retries means none", "#rc=0&rp=all", 500, 1],
  ["silence is final unless it is named", "#rc=5&rp=ct&rt=100", "hang", 1],
  ["silence that is named is asked again", "#rc=1&rp=rt&rt=100", "hang", 2],
];

test.each(policy)("%s", async (_what, limits, reply, attempts) => {
  const peer = await startPeer({ "/x": reply });
  const answer = await askPeer({ ...webhook, method: "POST", url: `${peer.url}/x${limits}` });
  expect([answer.attempts, peer.received.length]).toEqual([attempts, attempts]);
});

test("the total time ends all patience", async () => {
  const peer = await startPeer({ "/x": "hang" });
  const answer = await askPeer({ ...webhook, method: "POST", url: `${peer.url}/x#rc=5&rp=all&rt=100&tt=250` });
  expect(answer.answered.kind).toBe("rt");
  expect(answer.attempts).toBeLessThan(4);
});

test("a connection that breaks in the middle of an answer is a failure, not half a document", async () => {
  const peer = await startPeer({ "/x": "cut" });
  const answer = await askPeer({ ...webhook, method: "POST", url: `${peer.url}/x` });
  expect(answer.answered.kind).toBe("rt");
});

test("GET carries its parameters in the address, behind those that are there", async () => {
  const peer = await startPeer({ "/x": "<Response/>" });
  await askPeer({ ...webhook, method: "GET", url: `${peer.url}/x?a=1` });
  expect(peer.received[0]).toMatchObject({ method: "GET", url: `${peer.url}/x?a=1&CallSid=CA1`, body: "" });
});

test.each(["", "/voice", "ftp://x/y", "http://"])("%j is no address to ask", async (url) => {
  expect(await askPeer({ ...webhook, method: "POST", url })).toMatchObject({ attempts: 0, answered: { kind: "ct" } });
});
