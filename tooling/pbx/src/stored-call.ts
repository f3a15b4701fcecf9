import type { CallFacts, Proof } from "@ringtrail/core/ports";
import { readWav } from "@ringtrail/telephony/fake";
import { expect } from "vitest";
import type { Lane } from "./lane.ts";
import { hear, inTurn, type Heard } from "./sound/hear.ts";

/** A call as our own server kept it. */
export interface StoredCall {
  readonly facts: CallFacts;
  readonly proofs: readonly Proof["kind"][];
  /** Who is heard on each channel of the recording; undefined when there is none. */
  readonly recording:
    | {
        readonly left: string;
        readonly right: string;
        readonly seconds: number;
        /** The same half second by half second, silence included. */
        readonly heard: { readonly left: Heard; readonly right: Heard };
      }
    | undefined;
}

/** The newest call that is not one of these, once it has ended and what was recorded is stored. */
export async function newestCall(lane: Lane, known: ReadonlySet<string>): Promise<StoredCall> {
  const { stores, business } = lane;
  const ended = await endedCall(lane, known);
  const proofs = (await stores.proofs.ofCall(business.account, ended.id)).map(({ kind }) => kind);
  const recording = await recordingOf(lane, ended, proofs);
  const facts = (await stores.calls.facts(business.account, ended.id)) ?? ended;
  return { facts, proofs, recording };
}

/** The newest call that is not one of these, once it has ended. */
export async function endedCall({ stores, business }: Lane, known: ReadonlySet<string>): Promise<CallFacts> {
  const look = async (): Promise<CallFacts | undefined> => {
    const page = await stores.calls.list(business.account, { cursor: undefined, limit: 100 });
    const found = page.ok ? page.value.calls.find(({ id }) => !known.has(id)) : undefined;
    return found && stores.calls.facts(business.account, found.id);
  };
  await expect.poll(async () => (await look())?.state.phase, { timeout: 60_000, interval: 200 }).toBe("ended");
  const ended = await look();
  if (ended === undefined) throw new Error("the call is gone");
  return ended;
}

/** Every call there is, so that the next one can be told from them. */
export async function callsSoFar({ stores, business }: Lane): Promise<ReadonlySet<string>> {
  const page = await stores.calls.list(business.account, { cursor: undefined, limit: 100 });
  return new Set(page.ok ? page.value.calls.map(({ id }) => id) : []);
}

/** Waits for the recording only where one was allowed and the two were connected. */
async function recordingOf(
  lane: Lane,
  { id, state }: CallFacts,
  proofs: readonly Proof["kind"][],
): Promise<StoredCall["recording"]> {
  if (!proofs.includes("recording_allowed") || state.answeredAt === undefined) return undefined;
  const { channels, sampleRate } = await keptSound(lane, id);
  const [left = new Int16Array(), right = new Int16Array()] = channels;
  const heard = { left: hear(left), right: hear(right) };
  return { left: inTurn(heard.left), right: inTurn(heard.right), seconds: left.length / sampleRate, heard };
}

/** The sound our server keeps of a call, once it is stored. */
export async function keptSound(
  { stores, business: { account } }: Lane,
  call: CallFacts["id"],
): Promise<ReturnType<typeof readWav>> {
  const look = () => stores.care.recordingOf(account, call);
  await expect.poll(async () => (await look())?.id, { timeout: 60_000, interval: 200 }).toBeDefined();
  const kept = await look();
  if (kept === undefined) throw new Error("the recording is gone");
  const parts: Uint8Array[] = [];
  for await (const part of stores.vault.read(account, kept.id, 0, kept.size - 1)) parts.push(part);
  return readWav(Buffer.concat(parts));
}
