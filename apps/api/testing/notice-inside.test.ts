import { readWav, toneLevel, voiceHz } from "@ringtrail/telephony/fake";
import { expect, test } from "vitest";
import type { Deps } from "../src/deps.ts";
import { aDatabase } from "./a-database.ts";
import { aCarrierFor, aServer } from "./a-running-server.ts";
import { liveWords } from "./live-words.ts";

const short = "This call is being recorded.";

const callers: readonly (readonly [place: string, from: string])[] = [
  ["Washington", "+12065550142"],
  ["Connecticut", "+18605550142"],
];

test.each(callers)(
  "a caller from %s hears the notice, then again inside the recording, and nothing of theirs from before is in it",
  async (_place, from) => {
    const { url } = await aDatabase();
    const server = await aServer({ databaseUrl: url });
    const carrier = await aCarrierFor(server);
    const { deps } = server;
    const { account } = carrier.seeded;
    const words = liveWords(deps.live, account);

    const told = await carrier.call({ from, to: "+14155550121", talkSeconds: 8, ringSeconds: 4 });
    await words.until("recording_stored");

    const [call] = await callsOf(deps, account);
    if (call === undefined) throw new Error("No call was stored.");
    const spoken = told.heard.caller.filter(({ who, what }) => who === "carrier" && what === "speech");
    expect(spoken.map(({ text }) => text)).toEqual([expect.stringContaining("will be recorded"), short]);
    expect(told.heard.business[0]).toMatchObject({ who: "carrier", text: short });

    const { left, right, second } = await soundOf(deps, account, call.id);
    // The first sound is the notice again: the sentence lasts 28 characters of 60 ms each.
    expect(toneLevel(right.subarray(0, second), 8_000, voiceHz.carrier)).toBeCloseTo(0.5, 1);
    expect(toneLevel(right.subarray(0, 2 * second), 8_000, voiceHz.business)).toBeLessThan(0.01);
    expect(toneLevel(right.subarray(-6 * second, -3 * second), 8_000, voiceHz.business)).toBeCloseTo(0.5, 1);
    expect(toneLevel(left, 8_000, voiceHz.caller)).toBeCloseTo(0.5, 1);
    // The caller spoke all along: the file is as long as what came after the first notice had ended, and no longer.
    const firstEnded = spoken[0]?.toMs ?? 0;
    const lasted = (left.length / second) * 1_000;
    expect(lasted).toBeLessThanOrEqual(told.nowMs - firstEnded);

    const proofs = await deps.proofs.ofCall(account, call.id);
    expect(proofs.slice(0, 3).map(({ kind }) => kind)).toEqual(["decided", "heard", "recording_allowed"]);
    const heard = proofs.find(({ kind }) => kind === "heard");
    const repeated = proofs.find(({ kind }) => kind === "repeated");
    expect(repeated).toMatchObject({ wording: short, facts: { party: "caller", told: "repeat" } });
    expect(repeated?.facts?.startedAt).toBeDefined();
    expect(heard?.facts?.finishedAt).toBeDefined();
    // Whoever answered is told while the recording runs; that they heard all of it, the carrier's word of the Dial says.
    const byWhisper = { party: "business", told: "whisper", startedAt: expect.any(Number) };
    await expect
      .poll(() => toldOf(deps, account, call.id), { timeout: 20_000 })
      .toEqual([byWhisper, { ...byWhisper, finishedBy: expect.any(Number) }]);
    expect(await deps.proofs.firstBroken(account)).toBeUndefined();
  },
);

async function callsOf({ calls }: Pick<Deps, "calls">, account: Parameters<Deps["calls"]["list"]>[0]) {
  const page = await calls.list(account, { cursor: undefined, limit: 10 });
  return page.ok ? page.value.calls : [];
}

async function toldOf({ proofs }: Pick<Deps, "proofs">, ...of: Parameters<Deps["proofs"]["ofCall"]>) {
  return (await proofs.ofCall(...of)).flatMap(({ kind, facts }) => (kind === "told" ? [facts] : []));
}

async function soundOf({ care, vault }: Pick<Deps, "care" | "vault">, ...at: Parameters<Deps["care"]["recordingOf"]>) {
  const recording = await care.recordingOf(...at);
  if (recording === undefined) throw new Error("The recording has no row.");
  const parts: Uint8Array[] = [];
  for await (const part of vault.read(at[0], recording.id, 0, recording.size - 1)) parts.push(part);
  const { channels, sampleRate } = readWav(Buffer.concat(parts));
  const [left = new Int16Array(), right = new Int16Array()] = channels;
  return { left, right, second: sampleRate };
}
