import type { CallProof, CallerShown } from "@ringtrail/api-contract";
import { err, ok, type AccountId, type E164, type Instant, type Result } from "@ringtrail/core";
import type { Proof, RuleSet } from "@ringtrail/core/consent";
import type { CallFacts, RecordingFacts } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";
import { showCaller } from "../show/show-caller.ts";
import { showMoment } from "../show/show-moment.ts";
import { loadNumbers, type CallAsked } from "../workflows/load-call.ts";

/** At least one proof, in the order of the chain. */
export type Proofs = readonly [Proof, ...Proof[]];

/** What a certificate is made of. Nothing of the visit the call is credited to: who called is kept apart from that. */
export interface CertifiedCall {
  readonly account: { readonly id: AccountId; readonly name: string };
  readonly call: Pick<CallFacts, "id" | "carrierRef" | "rangAt">;
  readonly dialled: E164 | undefined;
  /** Masked unless whoever asks may see callers. */
  readonly caller: CallerShown | undefined;
  readonly proofs: Proofs;
  readonly recording: RecordingFacts | undefined;
  /** Names places; undefined leaves their codes. */
  readonly law: RuleSet | undefined;
  readonly madeAt: Instant;
  readonly version: string;
}

/** The stores a certificate is made from. */
export type CertificateStores = Pick<Deps, "accounts" | "calls" | "care" | "pools" | "proofs">;

/** What a certificate is made at. */
export interface CertificateGround {
  readonly law: RuleSet | undefined;
  readonly now: Instant;
  readonly version: string;
}

type Absent = { readonly code: "call_unknown" | "proof_absent" };

/** Loads what a certificate says. A caller's full number is written down as seen before it is given. */
export async function loadCertified(
  deps: Deps,
  { account, actor, maySeeCaller, call }: CallAsked,
): Promise<Result<CertifiedCall, Absent>> {
  const ground = { law: deps.law, now: deps.now(), version: deps.server.version };
  const certified = await gatherCertified(deps, ground, { account, call, maySeeCaller });
  if (certified.ok && maySeeCaller && certified.value.caller?.number !== undefined) {
    await deps.accounts.audit(account, { actor, action: "caller.seen", object: call, at: ground.now, facts: {} });
  }
  return certified;
}

/** The same without writing down a look: for an export of the care side, which is written down as a whole. */
export async function gatherCertified(
  stores: CertificateStores,
  { law, now, version }: CertificateGround,
  { account, call: id, maySeeCaller }: Omit<CallAsked, "actor">,
): Promise<Result<CertifiedCall, Absent>> {
  const call = await stores.calls.facts(account, id);
  if (call === undefined || (call.isHealthcare === true && !maySeeCaller)) return err({ code: "call_unknown" });
  const [first, ...rest] = await stores.proofs.ofCall(account, id);
  if (first === undefined) return err({ code: "proof_absent" });
  const [accounts, numbers, caller, recording] = await Promise.all([
    stores.accounts.accounts(),
    loadNumbers({ pools: stores.pools, now: () => now }, account),
    stores.care.caller(account, id),
    stores.care.recordingOf(account, id),
  ]);
  return ok({
    account: { id: account, name: accounts.find((one) => one.id === account)?.name ?? "" },
    call,
    dialled: call.number && numbers.get(call.number),
    caller: caller && showCaller(caller, maySeeCaller),
    proofs: [first, ...rest],
    recording,
    law,
    madeAt: now,
    version,
  });
}

/** How anybody checks a call's proof, without trusting whoever hands it over. */
export const toVerify =
  "Each proof's hash is the SHA-256 of its other fields as JSON in UTF-8, the keys of every object in alphabetical order " +
  "and no spaces. It covers the hash of the proof before it in the account's chain. Check all of it with: " +
  "ringtrail consent verify --file <this file>. Check the sound with: sha256sum <sound file>.";

/** The call's proofs as a file for machines, to be kept beside the recording. */
export function writeCallProof(certified: CertifiedCall): CallProof {
  const { account, call, dialled, proofs, recording, madeAt, version } = certified;
  return {
    format: "ringtrail-call-proof/1",
    madeAt: showMoment(madeAt),
    version,
    account,
    call: call.id,
    carrierRef: call.carrierRef,
    dialled,
    rangAt: showMoment(call.rangAt),
    recording: recording && {
      id: recording.id,
      sha256: recording.sha256,
      size: recording.size,
      mediaType: recording.mediaType,
      lengthMs: recording.lengthMs,
      storedAt: showMoment(recording.storedAt),
    },
    proofs: proofs.map((proof) => ({ ...proof })),
    toVerify,
  };
}
