import type { CallId } from "../ids.ts";
import type { Instant } from "../time.ts";
import type { RecordingDecision } from "./recording-decision.ts";

/** What was decided, said and heard before a recording, as it is first written. */
export interface NewProof {
  readonly call: CallId;
  /** `decided` when the call rang, `heard` when the notice was heard to its end, `refused`, `recording_allowed`. */
  readonly kind: "decided" | "heard" | "refused" | "recording_allowed";
  readonly at: Instant;
  readonly decision: RecordingDecision;
  readonly wording: string;
  /** SHA-256 of the wording, hex. */
  readonly wordingSha256: string;
  readonly language: string;
}

/** A proof in the account's chain. */
export interface Proof extends NewProof {
  /** 1, 2, 3... without a gap in one account. */
  readonly sequence: number;
  /** SHA-256 of `proofText(proof)`, UTF-8, hex: anybody can work it out again from an export. */
  readonly hash: string;
  /** The hash before; `firstPreviousHash` for the first proof of an account. */
  readonly previousHash: string;
}

/** What stands before the first proof of an account. */
export const firstPreviousHash: string = "0".repeat(64);

/**
 * The text whose SHA-256 is a proof's hash: JSON with the keys of every object in alphabetical order and no spaces.
 *
 * It covers every field but the hash itself, so changing, adding or leaving out a proof breaks the chain from there on.
 */
export function proofText(proof: Omit<Proof, "hash">): string {
  const { call, kind, at, decision, wording, wordingSha256, language, sequence, previousHash } = proof;
  return canonical({ call, kind, at, decision, wording, wordingSha256, language, sequence, previousHash });
}

/** A database may give an object's keys back in another order; the hash must not depend on it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(",")}}`;
}
