import type { Proof } from "@ringtrail/core/consent";

const proved: Readonly<Record<Proof["kind"], string>> = {
  decided: "The call rang and it was decided whether it may be recorded.",
  heard: "The notice was heard to its end.",
  agreed: "The caller was asked and said yes.",
  declined: "The caller was asked and did not say yes.",
  refused: "The caller refused.",
  recording_allowed: "The carrier was told that it may record from now on.",
  told: "The one who answers was told of the recording.",
  repeated: "The notice was heard again inside the recording.",
  recording_started: "The carrier confirmed that the recording had begun.",
  paused: "The carrier confirmed that the recording was paused.",
  resumed: "The recording was allowed to go on.",
  unrecorded: "The call went on without a recording: its notice could not be proved.",
};

/** Says what a proof proves, in one sentence. */
export function sayProof({ kind }: Pick<Proof, "kind">): string {
  return proved[kind];
}

/** What became of the recording, as far as the proofs and the store know. The sentence at the top of a certificate. */
export function sayOutcome(proofs: readonly Pick<Proof, "kind">[], isStored: boolean): string {
  const has = (kind: Proof["kind"]) => proofs.some((proof) => proof.kind === kind);
  if (has("refused")) return "The caller refused. The call went on, unrecorded from then on.";
  if (has("declined") && !isStored) return "The caller was asked and did not say yes. The call went on, unrecorded.";
  if (has("unrecorded") && !isStored) return "The call was not recorded: its notice could not be proved.";
  if (isStored && has("agreed")) return "The call was recorded, after the caller had said yes.";
  if (isStored && has("heard")) return "The call was recorded, after the notice was heard to its end.";
  if (isStored) return "The call was recorded. No notice was needed or proved: see below.";
  if (has("recording_allowed")) return "The call might be recorded. No recording of it is stored here.";
  return "The call was not recorded.";
}
