import { expect, test } from "vitest";
import { startPeer, type PeerReply, type Received } from "../../testing/start-peer.ts";
import { deriveKeys } from "./derive-keys.ts";
import { asteriskProvider } from "./provider.ts";

const secret = "a secret";
const said = (body: string): PeerReply => ({ type: "text/plain", body: `Response: ${body}\r\n\r\n` });

async function aManager(answer: (asked: Received) => PeerReply) {
  const peer = await startPeer({ "/rawman": answer });
  const provider = asteriskProvider({ apiBase: `${peer.url}/`, carrierAccount: "ringtrail", secret });
  return { peer, steer: (order: "pause" | "resume") => provider.steerRecording("1772526600.1", order) };
}

test("a pause mutes the recording of the call's own channel on both sides, by a user of its own", async () => {
  const { peer, steer } = await aManager(() => said("Success"));

  expect(await steer("pause")).toEqual({ ok: true, value: undefined });
  expect(await steer("resume")).toEqual({ ok: true, value: undefined });

  const asked = peer.received.map(({ form }) => Object.fromEntries(form));
  const mute = { action: "MixMonitorMute", channel: "1772526600.1", direction: "both" };
  expect(asked.slice(0, 3)).toEqual([
    { action: "Login", username: "ringtrail", secret: deriveKeys(secret).manager },
    { ...mute, state: "1" },
    { action: "Logoff" },
  ]);
  expect(asked[4]).toEqual({ ...mute, state: "0" });
  // Secrets stand in bodies: addresses are logged.
  expect(peer.received.every(({ method, url }) => method === "POST" && url.endsWith("/rawman"))).toBe(true);
});

test.each([
  [
    "keys that are wrong",
    (asked: Received) => said(asked.form.get("action") === "Login" ? "Error" : "Success"),
    "carrier_keys_refused",
  ],
  [
    "a call that is over",
    (asked: Received) => said(asked.form.get("action") === "Login" ? "Success" : "Error"),
    "carrier_unknown_thing",
  ],
  ["a manager that is not on the web", () => 404, "carrier_unknown_thing"],
  ["a PBX that is broken", () => 500, "carrier_refused"],
] as const)("%s: nothing was paused, and the reason is told", async (_why, answer, code) => {
  const { steer } = await aManager(answer);

  expect(await steer("pause")).toMatchObject({ ok: false, reason: { code } });
});
