import { SoundShown } from "@ringtrail/api-contract";
import { toneLevel, voiceHz } from "@ringtrail/telephony/fake";
import { readWav, telephoneRate } from "@ringtrail/telephony/sound";
import { expect, test } from "vitest";
import { createApiKey } from "../src/workflows/create-api-key.ts";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aServer } from "./a-running-server.ts";
import { aWav } from "./a-wav.ts";
import { liveWords } from "./live-words.ts";

/** Two uploads that can be told from each other and from every voice on the line. */
const noticeHz = 1_200;
const repeatHz = 1_700;
const fromWashington = "+12065550142";
const to = "+14155550121";

/** A server on a real database whose owner uploaded both announcements over HTTP. */
async function aServerWithSounds() {
  const { url: databaseUrl } = await aDatabase();
  const server = await aServer({ databaseUrl });
  const carrier = await aCarrierFor(server);
  const { deps } = server;
  const { account } = carrier.seeded;
  const scopes = ["sites:read", "sites:write"] as const;
  const { secret } = await createApiKey(deps, { account, name: "t", scopes, expiresAt: undefined, actor: "cli" });
  const authorization = `Bearer ${secret}`;
  const upload = async (hz: number, seconds: number): Promise<string> => {
    const answer = await fetch(`${server.url}/v1/sounds?name=${hz}.wav`, {
      method: "POST",
      headers: { authorization, "content-type": "audio/wav" },
      body: aWav({ rate: 44_100, channels: 2, hz, seconds }),
    });
    return SoundShown.parse(await answer.json()).sha256;
  };
  const [notice, repeat] = [await upload(noticeHz, 4), await upload(repeatHz, 3)];
  const [site] = await deps.directory.sitesOf(account);
  const path = `${server.url}/v1/sites/${site?.site}/call-flow`;
  const { flow } = (await (await fetch(path, { headers: { authorization } })).json()) as { flow: object };
  const announcement = {
    text: "Our own voice says that this call is recorded.",
    language: "en-US",
    refusalKey: "9",
    sound: notice,
    short: { text: "Recorded, says our own voice.", language: "en-US", sound: repeat },
  };
  const set = await fetch(path, {
    method: "PUT",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify({ ...flow, announcement }),
  });
  expect(set.status).toBe(200);
  return { server, carrier, account, notice, repeat };
}

test("what the owner uploaded is what the caller hears, twice where the law wants it inside, and what the proof names", async () => {
  const { server, carrier, account, notice, repeat } = await aServerWithSounds();
  const { deps } = server;
  const words = liveWords(deps.live, account);

  const told = await carrier.call({ from: fromWashington, to, talkSeconds: 8, ringSeconds: 4 });
  await words.until("recording_stored");

  const played = told.heard.caller.filter(({ what }) => what === "played");
  expect(played.map(({ fromMs, toMs }) => Math.round((toMs - fromMs) / 1_000))).toEqual([4, 3]);
  expect(played.map(({ text }) => text)).toEqual([expect.stringContaining(notice), expect.stringContaining(repeat)]);
  expect(told.heard.business[0]).toMatchObject({ what: "played", text: expect.stringContaining(repeat) });
  expect(told.heard.caller.filter(({ what }) => what === "speech")).toEqual([]);

  const page = await deps.calls.list(account, { cursor: undefined, limit: 1 });
  const [call] = page.ok ? page.value.calls : [];
  const recording = call && (await deps.care.recordingOf(account, call.id));
  if (call === undefined || recording === undefined) throw new Error("The recording was not stored.");
  const parts: Uint8Array[] = [];
  for await (const part of deps.vault.read(account, recording.id, 0, recording.size - 1)) parts.push(part);
  const [, right = new Int16Array()] = readWav(Buffer.concat(parts)).channels;
  // The first that is heard in the recording is the sound that was uploaded for it; the carrier's own voice is nowhere.
  const begins = right.findIndex((sample) => Math.abs(sample) > 1_000);
  const first = right.subarray(begins + telephoneRate / 10, begins + 2.6 * telephoneRate);
  expect(toneLevel(first, telephoneRate, repeatHz)).toBeCloseTo(0.5, 1);
  expect(toneLevel(right, telephoneRate, voiceHz.carrier)).toBeLessThan(0.01);
  expect(toneLevel(right, telephoneRate, noticeHz)).toBeLessThan(0.01);

  const proofs = await deps.proofs.ofCall(account, call.id);
  const soundOf = (kind: string) => proofs.find((proof) => proof.kind === kind)?.facts?.soundSha256;
  expect([soundOf("heard"), soundOf("repeated"), soundOf("told")]).toEqual([notice, repeat, repeat]);
  expect(proofs.find(({ kind }) => kind === "heard")?.wording).toBe("Our own voice says that this call is recorded.");
});

test("a sound that cannot be had is a notice nobody heard: the call goes through, unrecorded, and the proof says so", async () => {
  const { server, carrier, account } = await aServerWithSounds();
  const { deps } = server;
  const [site] = await deps.directory.sitesOf(account);
  const flow = site && (await deps.accounts.flowOf(account, site.site));
  if (site === undefined || flow === undefined) throw new Error("The demo has no flow.");
  // As after a restore from a copy without its sounds.
  const announcement = { ...flow.announcement, sound: "0".repeat(64) };
  await deps.accounts.saveFlow(account, site.site, { ...flow, announcement });
  await deps.snapshot.refresh();

  const told = await carrier.call({ from: fromWashington, to, talkSeconds: 3 });

  expect(told.documents.find(({ why }) => why === "play")).toMatchObject({ status: 404, error: "13420" });
  expect(told.legs).toMatchObject([{ status: "completed" }]);
  expect(told.recordings).toEqual([]);
  const page = await deps.calls.list(account, { cursor: undefined, limit: 1 });
  const [call] = page.ok ? page.value.calls : [];
  const proofs = call && (await deps.proofs.ofCall(account, call.id));
  expect(proofs?.map(({ kind }) => kind)).toEqual(["decided", "unrecorded"]);
  const stops = proofs?.[1]?.decision.reasons.map((reason) => (reason.code === "stopped" ? reason.stop : undefined));
  expect(stops).toContain("announcement_failed");
});
