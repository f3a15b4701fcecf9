import { SwapResponse } from "@ringtrail/api-contract";
import type { CallId } from "@ringtrail/core";
import { readWav, toneLevel, voiceHz } from "@ringtrail/telephony/fake";
import { expect, test } from "vitest";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aServer, type TestCarrier } from "./a-running-server.ts";
import { liveWords } from "./live-words.ts";
import { browser } from "./test-app.ts";
import type { RunningServer } from "../src/main.ts";

/** A server on a real database, with the fake carrier in front of it. */
async function aRingingServer(): Promise<{ readonly server: RunningServer; readonly carrier: TestCarrier }> {
  const { url } = await aDatabase();
  const server = await aServer({ databaseUrl: url });
  return { server, carrier: await aCarrierFor(server) };
}

/** A visitor who came from an ad, said yes, and touched the page. */
async function visitFromAd({ url }: RunningServer, target: string): Promise<SwapResponse> {
  const headers = { origin: url, "user-agent": browser };
  const ad = "utm_source=google&utm_medium=cpc&utm_campaign=spring&utm_term=emergency+plumber&gclid=test-1";
  const swapped = await fetch(`${url}/v1/swap`, {
    method: "POST",
    headers,
    body: JSON.stringify({
      site: "demo",
      consent: { choice: "granted", optOutSignal: false },
      page: { url: `${url}/demo?${ad}`, referrer: "", title: "Home" },
      targets: [target],
      device: "phone",
    }),
  });
  const visit = SwapResponse.parse(await swapped.json());
  const page = { url: `${url}/demo/services`, referrer: "", title: "Services" };
  const events = [
    { kind: "interaction", ago: 10 },
    { kind: "page", ago: 5, page },
  ];
  const told = { site: "demo", visit: visit.visit, token: visit.token, events };
  await fetch(`${url}/v1/beacon`, { method: "POST", headers, body: JSON.stringify(told) });
  return visit;
}

async function theOnlyCall({ deps }: RunningServer, { seeded }: TestCarrier) {
  const page = await deps.calls.list(seeded.account, { cursor: undefined, limit: 10 });
  const [call, ...others] = page.ok ? page.value.calls : [];
  expect(others).toEqual([]);
  const facts = call && (await deps.calls.facts(seeded.account, call.id));
  if (facts === undefined) throw new Error("No call was stored.");
  return facts;
}

async function proofsOf({ deps }: RunningServer, { seeded }: TestCarrier, call: CallId): Promise<readonly string[]> {
  return (await deps.proofs.ofCall(seeded.account, call)).map(({ kind }) => kind);
}

async function demoTarget({ deps }: RunningServer): Promise<string> {
  return (await deps.directory.siteByKey("demo"))?.targets[0]?.id ?? "";
}

test("a visit borrows a number, the number rings, the call is credited, announced, recorded and stored", async () => {
  const { server, carrier } = await aRingingServer();
  const { deps } = server;
  const { account } = carrier.seeded;
  const visit = await visitFromAd(server, await demoTarget(server));
  const words = liveWords(deps.live, account);

  const told = await carrier.call({ to: visit.numbers[0]?.e164, talkSeconds: 12 });
  await words.until("recording_stored");

  const call = await theOnlyCall(server, carrier);
  expect(call.touch).toMatchObject({
    source: "google",
    medium: "cpc",
    campaign: "spring",
    keyword: "emergency plumber",
  });
  expect(call.match?.candidates[0]?.visit).toBe(visit.visit);
  expect(call.landingPath).toBe("/demo");
  const story = await deps.visits.story(account, visit.visit as never);
  expect(story?.pages.map(({ path }) => path)).toEqual(["/demo", "/demo/services"]);
  expect(call.state).toMatchObject({ phase: "ended", businessEnd: "answered", talkMs: 12_000 });
  const proofs = await proofsOf(server, carrier, call.id);
  expect(proofs.slice(0, 3)).toEqual(["decided", "heard", "recording_allowed"]);
  // That the business was told is proved when it begins, and once more when the recording shows that it has ended.
  expect(proofs.slice(3).toSorted()).toEqual(["recording_started", "told", "told"]);
  expect(words.heard().slice(0, 2)).toEqual(["call_rang", "call_matched"]);
  expect(told.documents.map(({ why, status }) => [why, status])).toEqual([
    ["voice", 200],
    ["gather", 200],
    ["whisper", 200],
    ["dial", 200],
  ]);
  expect(told.heard.business.map(({ who, text }) => [who, text])).toEqual([
    ["carrier", "This call is being recorded."],
    ["caller", undefined],
  ]);

  const recording = await deps.care.recordingOf(account, call.id);
  if (recording === undefined) throw new Error("The recording has no row.");
  const bytes = await bytesOf(deps.vault.read(account, recording.id, 0, recording.size - 1));
  const { channels, sampleRate } = readWav(bytes);
  const [left, right] = channels;
  expect(channels).toHaveLength(2);
  expect(toneLevel(left ?? new Int16Array(), sampleRate, voiceHz.caller)).toBeGreaterThan(0.1);
  expect(toneLevel(right ?? new Int16Array(), sampleRate, voiceHz.business)).toBeGreaterThan(0.1);
  expect(toneLevel(left ?? new Int16Array(), sampleRate, voiceHz.carrier)).toBeLessThan(0.01);
  expect(Math.abs((left?.length ?? 0) / sampleRate - 12)).toBeLessThan(1);
});

test("a caller who presses the key is put through and never recorded", async () => {
  const { server, carrier } = await aRingingServer();

  const told = await carrier.call({ to: "+14155550121", digits: { keys: "9", afterNoticeMs: 500 }, talkSeconds: 5 });

  const call = await theOnlyCall(server, carrier);
  expect(told.recordings).toEqual([]);
  expect(told.legs).toMatchObject([{ to: "+14155550199" }]);
  expect(call.state).toMatchObject({ refused: true, businessEnd: "answered" });
  expect(await proofsOf(server, carrier, call.id)).toEqual(["decided", "refused"]);
});

test("reports that come twice and last first make one call with one recording", async () => {
  const { server, carrier } = await aRingingServer();
  const words = liveWords(server.deps.live, carrier.seeded.account);

  await carrier.call({ to: "+14155550121", talkSeconds: 5, faults: { duplicate: true, reorder: true } });
  await words.until("recording_stored");

  const call = await theOnlyCall(server, carrier);
  expect(call.state).toMatchObject({ phase: "ended", talkMs: 5_000 });
  expect(words.heard().filter((kind) => kind === "recording_stored")).toHaveLength(1);
});

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}
