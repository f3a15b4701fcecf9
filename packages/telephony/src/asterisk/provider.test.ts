import { expect, test } from "vitest";
import { instant } from "@ringtrail/core";
import { readWav } from "../sound/wav.ts";
import { startPeer, type PeerReply } from "../../testing/start-peer.ts";
import { deriveKeys } from "./derive-keys.ts";
import { asteriskProvider } from "./provider.ts";

const secret = "a secret";
const ask = async (answers: Readonly<Record<string, PeerReply>>) => {
  const peer = await startPeer(answers);
  return { peer, provider: asteriskProvider({ apiBase: `${peer.url}/`, carrierAccount: "ringtrail", secret }) };
};

test("a recording's bare samples come as a WAV of two channels, asked for as the connection's own user", async () => {
  const asked: RequestInit[] = [];
  const samples = Buffer.from(Int16Array.from([100, -100, 200, -200, 300, -300]).buffer);
  const provider = asteriskProvider(
    { apiBase: "http://pbx.example:8088", carrierAccount: "ringtrail", secret },
    async (url, init) => {
      expect(url).toBe("http://pbx.example:8088/ari/recordings/stored/ringtrail-1.1/file");
      asked.push(init);
      return new Response(samples, { headers: { "content-length": String(samples.length) } });
    },
  );
  const fetched = await provider.fetchRecording("ringtrail-1.1");
  if (!fetched.ok) throw new Error(fetched.reason.code);
  const parts: Uint8Array[] = [];
  for await (const part of fetched.value.sound) parts.push(part);
  const bytes = Buffer.concat(parts);
  expect(fetched.value).toMatchObject({ size: bytes.length, mediaType: "audio/wav" });
  expect(readWav(bytes).channels.map((channel) => [...channel])).toEqual([
    [100, 200, 300],
    [-100, -200, -300],
  ]);
  const pass = Buffer.from(`ringtrail:${deriveKeys(secret).ari}`).toString("base64");
  expect(asked[0]?.headers).toEqual({ authorization: `Basic ${pass}` });
});

test.each([
  [401, "carrier_keys_refused"],
  [404, "carrier_unknown_thing"],
  [500, "carrier_refused"],
] as const)("a PBX that answers %s is a reason: %s", async (reply, code) => {
  const { provider } = await ask({ "/ari/recordings/stored": reply });
  const listed = await provider.listRecordings({ since: instant(0), page: undefined });
  expect(listed).toMatchObject({ ok: false, reason: { code } });
});

test("a PBX that is away is a reason", async () => {
  const provider = asteriskProvider({ apiBase: "http://127.0.0.1:9", carrierAccount: "ringtrail", secret });
  expect(await provider.fetchRecording("ringtrail-1.1")).toMatchObject({ reason: { code: "carrier_unreachable" } });
});

test("a recording that is gone counts as deleted", async () => {
  const { provider, peer } = await ask({ "/ari/recordings/stored/ringtrail-1.1": 404 });
  expect(await provider.deleteRecording("ringtrail-1.1")).toEqual({ ok: true, value: undefined });
  expect(peer.received.map(({ method }) => method)).toEqual(["DELETE"]);
});

test("the list holds our recordings only, each with its call", async () => {
  const body = JSON.stringify([{ name: "ringtrail-1.7", format: "raw" }, { name: "voicemail-3" }, "nonsense", null]);
  const { provider } = await ask({ "/ari/recordings/stored": { type: "application/json", body } });
  const listed = await provider.listRecordings({ since: instant(0), page: undefined });
  expect(listed).toMatchObject({ value: { items: [{ ref: "ringtrail-1.7", carrierRef: "1.7" }] } });
});
