import { instant, Phi, type CallId, type RecordingId } from "@ringtrail/core";
import { planLease } from "@ringtrail/core/number-pool";
import {
  aCall,
  aCandidate,
  aMatch,
  aNumber,
  anAnsweredCall,
  aProof,
  aVisit,
  aVisitToServe,
  at,
} from "@ringtrail/core/testing";
import type { TestApp } from "./test-app.ts";

/** What `aToldCall` made. */
export interface ToldCall {
  readonly call: CallId;
  readonly recording: RecordingId;
  /** The sound as it was put into the vault. */
  readonly sound: Uint8Array;
}

/** Who called in `aToldCall`. */
export const toldCaller = aNumber("+12065550123");

/** A call with everything: a visit behind it, its match, proofs, a caller and a stored recording. */
export async function aToldCall({ deps, shop }: TestApp): Promise<ToldCall> {
  const { account } = shop;
  const number = shop.numbers[0]?.id ?? shop.source.id;
  const visit = aVisit({ id: deps.newId(), visitor: deps.newId(), site: shop.site });
  const served = aVisitToServe({ id: visit.id, channel: visit.touch.channel, isFirm: true });
  await deps.pools.lend(account, visit, [planLease(shop.pool, served, visit.page.at)]);
  const call: CallId = deps.newId();
  await deps.calls.ring(account, aCall({ id: call, number, connection: shop.connection, site: shop.site }));
  for (const event of anAnsweredCall()) await deps.calls.append(account, call, event);
  const match = aMatch({ kind: "exact", candidates: [aCandidate({ visit: visit.id, touch: visit.touch })] });
  await deps.calls.saveMatch(account, call, match, undefined);
  await deps.proofs.append(account, aProof({ call }));
  await deps.proofs.append(account, aProof({ call, kind: "heard", at: at("10:00:06") }));
  const caller = { number: Phi.seal(toldCaller), name: Phi.seal("Ada Example") };
  await deps.care.saveCaller(account, call, caller, at("10:00"));
  return { call, ...(await storeSound(deps, shop, call)) };
}

async function storeSound(
  deps: TestApp["deps"],
  { account }: TestApp["shop"],
  call: CallId,
): Promise<Omit<ToldCall, "call">> {
  const recording: RecordingId = deps.newId();
  const sound = Uint8Array.from({ length: 1_000 }, (_, index) => index % 251);
  async function* inParts() {
    yield sound.slice(0, 300);
    yield sound.slice(300);
  }
  const { size, sha256 } = await deps.vault.put(account, recording, inParts());
  const facts = { id: recording, call, lengthMs: 120_000, channels: 2, size, mediaType: "audio/wav", sha256 } as const;
  await deps.care.saveRecording(account, { ...facts, storedAt: instant(at("10:02:20")) });
  return { recording, sound };
}
