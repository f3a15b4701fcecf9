import path from "node:path";
import { pathToFileURL } from "node:url";
import { readWav, toneLevel, voiceHz } from "@ringtrail/telephony/fake";
import { Phi } from "@ringtrail/core";
import { expect, test } from "vitest";
import { checkConnections } from "../src/doctor/check-connections.ts";
import type { RunningServer } from "../src/main.ts";
import { fallbackFiles, writeFallbackFiles } from "../src/survival/fallback-files.ts";
import { reconcileCalls } from "../src/survival/reconcile-calls.ts";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aFolder, aServer, type TestCarrier } from "./a-running-server.ts";
import { aStaticHost, aWorkerHost } from "./a-static-host.ts";

const number = "+14155550121";

async function aTelnyxServer(): Promise<{ readonly server: RunningServer; readonly carrier: TestCarrier }> {
  const { url } = await aDatabase();
  const server = await aServer({ databaseUrl: url });
  return { server, carrier: await aCarrierFor(server, { face: "telnyx" }) };
}

async function theCall({ deps }: RunningServer, { seeded }: TestCarrier) {
  const page = await deps.calls.list(seeded.account, { cursor: undefined, limit: 2 });
  const [call, other] = page.ok ? page.value.calls : [];
  expect(other).toBeUndefined();
  return call && deps.calls.facts(seeded.account, call.id);
}

test("a whole call over TeXML: announced, recorded on two channels, fetched, credited and attested", async () => {
  const { server, carrier } = await aTelnyxServer();
  const verstat = "TN-Validation-Failed-C";

  const told = await carrier.call({ to: number, talkSeconds: 20, name: "ADA EXAMPLE", verstat });

  expect(told.documents.every(({ status }) => status === 200)).toBe(true);
  expect(told.reports.every(({ status }) => status === 204)).toBe(true);
  expect(told.legs).toMatchObject([{ to: "+14155550199", status: "completed", seconds: 20 }]);
  const { account } = carrier.seeded;
  const stored = async () => {
    const call = await theCall(server, carrier);
    return call && server.deps.care.recordingOf(account, call.id);
  };
  await expect.poll(stored, { timeout: 60_000 }).toMatchObject({ channels: 2 });
  const [call, recording] = [await theCall(server, carrier), await stored()];
  if (call === undefined || recording === undefined) throw new Error("The call is not there.");
  expect(call.state).toMatchObject({ phase: "ended", businessEnd: "answered", talkMs: 20_000 });
  expect(call.state.spam?.signs).toEqual([{ code: "attestation_failed" }]);
  expect(call.match).toBeDefined();
  const caller = await server.deps.care.caller(account, call.id);
  expect(caller?.number && Phi.reveal(caller.number, "care-screen")).toBe("+12125550188");
  const proofs = (await server.deps.proofs.ofCall(account, call.id)).map(({ kind }) => kind);
  expect(proofs).toEqual(expect.arrayContaining(["decided", "heard", "recording_allowed", "recording_started"]));
  const parts: Uint8Array[] = [];
  for await (const part of server.deps.vault.read(account, recording.id, 0, recording.size - 1)) parts.push(part);
  const { channels, sampleRate } = readWav(Buffer.concat(parts));
  const [left = new Int16Array(), right = new Int16Array()] = channels;
  expect(toneLevel(left, sampleRate, voiceHz.caller)).toBeGreaterThan(0.1);
  expect(toneLevel(right, sampleRate, voiceHz.business)).toBeGreaterThan(0.1);
  expect(toneLevel(left, sampleRate, voiceHz.carrier)).toBeLessThan(0.01);
}, 240_000);

test("a caller who presses the key is put through and never recorded", async () => {
  const { server, carrier } = await aTelnyxServer();

  const told = await carrier.call({ to: number, talkSeconds: 5, digits: { keys: "9", afterNoticeMs: 500 } });

  expect(told.legs).toMatchObject([{ status: "completed" }]);
  expect(told.recordings).toEqual([]);
  expect((await theCall(server, carrier))?.state).toMatchObject({ refused: true, talkMs: 5_000 });
});

test("reports that come twice and last first make one call; lost ones are found in the books", async () => {
  const { server, carrier } = await aTelnyxServer();
  const lost = { duplicate: true, reorder: true, dropCallbacks: ["recording"] };

  await carrier.call({ to: number, talkSeconds: 8, faults: lost });

  const connection = await server.deps.directory.connectionById(carrier.seeded.connection);
  if (connection === undefined) throw new Error("The connection is not there.");
  const since = (server.deps.now() - 3_600_000) as never;
  expect(await reconcileCalls(server.deps, connection, since)).toMatchObject({
    ok: true,
    value: { seen: 1, found: 0 },
  });
  expect((await theCall(server, carrier))?.state).toMatchObject({
    phase: "ended",
    talkMs: 8_000,
    recording: { channels: 2, lengthMs: 8_000 },
  });
});

test("busy, unanswered and unreachable phones are told as such", async () => {
  const { server, carrier } = await aTelnyxServer();
  for (const [answer, end] of [
    ["busy", "busy"],
    ["no-answer", "no_answer"],
  ] as const) {
    await carrier.call({ to: number, answer });
    const page = await server.deps.calls.list(carrier.seeded.account, { cursor: undefined, limit: 1 });
    expect(page.ok && page.value.calls[0]?.state.businessEnd).toBe(end);
  }
});

test("the server is gone: Telnyx asks the failover address by POST, and plain files behind our worker bring the caller through", async () => {
  const { url } = await aDatabase();
  const folder = aFolder();
  const files = await aStaticHost(folder);
  // The worker is written by the first export, and the address is told to Telnyx before it.
  await writeFallbackFiles(folder, [{ name: "0.telnyx", carrier: "telnyx", byPost: true, document: noDocument }]);
  const fallbackUrl = await aWorkerHost(pathToFileURL(path.join(folder, "_worker.js")).href, files.url);
  const server = await aServer({ databaseUrl: url, fallbackUrl });
  const carrier = await aCarrierFor(server, { face: "telnyx" });
  await writeFallbackFiles(folder, fallbackFiles(server.deps.snapshot));
  const found = await checkConnections({ ...server.deps, reachedAt: server.publicUrl });
  expect(found.map(({ check, state }) => [check, state])).toEqual([
    ["carrier", "ok"],
    ["numbers", "ok"],
    // Only Telnyx holds the key that signs.
    ["signature", "note"],
  ]);
  await server.stop();

  const told = await carrier.call({ to: number, talkSeconds: 5 });

  expect(told.documents.map(({ why, status, method }) => [why, status, method])).toEqual([
    ["voice", undefined, "POST"],
    ["fallback", 200, "POST"],
  ]);
  expect(files.asked).toEqual([`GET /fallback/${number.slice(1)}.telnyx`]);
  expect(told.legs).toMatchObject([{ to: "+14155550199", status: "completed" }]);
});

const noDocument = { contentType: "text/xml; charset=utf-8", body: "" };
