import { expect, test } from "vitest";
import { toneLevel, readWav, voiceHz } from "@ringtrail/telephony/fake";
import { askPause } from "../src/workflows/ask-pause.ts";
import type { RunningServer } from "../src/main.ts";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aServer, type TestCarrier } from "./a-running-server.ts";
import { liveWords } from "./live-words.ts";

/** A number of Berlin: German law wants a yes. */
const berlin = "+493012345678";
const to = "+14155550121";

async function aRingingServer(speed = 30): Promise<{ readonly server: RunningServer; readonly carrier: TestCarrier }> {
  const { url } = await aDatabase();
  const server = await aServer({ databaseUrl: url });
  return { server, carrier: await aCarrierFor(server, { speed }) };
}

async function theCall({ deps }: RunningServer, { seeded: { account } }: TestCarrier) {
  const page = await deps.calls.list(account, { cursor: undefined, limit: 10 });
  const [call] = page.ok ? page.value.calls : [];
  if (call === undefined) throw new Error("No call was stored.");
  const proofs = await deps.proofs.ofCall(account, call.id);
  return { call, proofs, kinds: proofs.map(({ kind }) => kind) };
}

test("a caller whose place wants a yes is asked; a spoken yes is proved, and only then is the call recorded", async () => {
  const { server, carrier } = await aRingingServer();
  const words = liveWords(server.deps.live, carrier.seeded.account);

  const told = await carrier.call({
    from: berlin,
    to,
    talkSeconds: 6,
    answers: [{ says: "Yes, of course", afterNoticeMs: 9_000 }],
  });
  await words.until("recording_stored");

  expect(told.heard.caller[0]?.text).toContain("press 1 or say yes");
  expect(told.recordings).toHaveLength(1);
  const { kinds, proofs, call } = await theCall(server, carrier);
  expect(kinds.slice(0, 3)).toEqual(["decided", "agreed", "recording_allowed"]);
  expect(proofs[1]).toMatchObject({ facts: { told: "question", answer: { how: "speech", heard: "yes" } } });
  expect(call.state.agreed).toBe(true);
});

test.each([
  ["silence", undefined],
  ["another key", [{ keys: "2" }]],
  ["a no", [{ says: "No, thank you" }]],
])("%s is no yes: the call goes on, unrecorded, and the proof says why", async (_why, answers) => {
  const { server, carrier } = await aRingingServer();

  const told = await carrier.call({ from: berlin, to, talkSeconds: 3, ...(answers === undefined ? {} : { answers }) });

  expect(told.recordings).toEqual([]);
  expect(told.legs).toMatchObject([{ to: "+14155550199", status: "completed" }]);
  const { kinds, proofs } = await theCall(server, carrier);
  expect(kinds).toEqual(["decided", "declined"]);
  expect(proofs[1]?.decision.applied).toBe("do_not_record");
  const stops = proofs[1]?.decision.reasons.map((reason) => (reason.code === "stopped" ? reason.stop : undefined));
  expect(stops?.[0]).toBe(answers === undefined ? "active_consent_missing" : "caller_refused");
});

test("what is said while the recording is paused is not in the file, which is as long as the talk", async () => {
  const { server, carrier } = await aRingingServer(20);
  const { deps } = server;
  const { account } = carrier.seeded;
  const words = liveWords(deps.live, account);
  const { sid } = await carrier.ring({ to, talkSeconds: 60, ringSeconds: 1 });
  const running = await until(
    async () => (await theCall(server, carrier).catch(() => undefined))?.call,
    (call) => call.state.recordingStartedAt !== undefined,
  );

  const paused = await askPause(deps, { account, call: running.id, wish: "pause", actor: "key test" });
  const resumed = await askPause(deps, { account, call: running.id, wish: "resume", actor: "key test" });
  await carrier.whenDone(sid);
  await words.until("recording_stored");

  expect([paused, resumed]).toEqual([
    { ok: true, value: { isPaused: true } },
    { ok: true, value: { isPaused: false } },
  ]);
  const recording = await deps.care.recordingOf(account, running.id);
  if (recording === undefined) throw new Error("The recording has no row.");
  const parts: Uint8Array[] = [];
  for await (const part of deps.vault.read(account, recording.id, 0, recording.size - 1)) parts.push(part);
  const [left = new Int16Array()] = readWav(Buffer.concat(parts)).channels;
  expect(left.length / 8_000).toBeGreaterThan(55);
  expect(left.subarray(0, left.length - 8_000).indexOf(0)).toBeGreaterThanOrEqual(0);
  expect(longestSilence(left)).toBeGreaterThan(400);
  expect(toneLevel(left.subarray(-16_000, -8_000), 8_000, voiceHz.caller)).toBeCloseTo(0.5, 1);
  const { kinds } = await theCall(server, carrier);
  expect(kinds.filter((kind) => kind === "paused" || kind === "resumed")).toEqual(["paused", "resumed"]);
});

/** Asks until the answer is as wished. @throws after 30 s. */
async function until<Answer>(
  ask: () => Promise<Answer | undefined>,
  isSo: (answer: Answer) => boolean,
): Promise<Answer> {
  for (let tries = 0; tries < 1_500; tries += 1) {
    const answer = await ask();
    if (answer !== undefined && isSo(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("It never came that far.");
}

/** The longest run of zeros, in samples. */
function longestSilence(samples: Int16Array): number {
  let [longest, run] = [0, 0];
  for (const sample of samples) {
    run = sample === 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
