import type { AccountId } from "../ids.ts";
import type { Instant } from "../time.ts";

/** A request that asks to be carried out once. */
export interface OnceClaim {
  /** As the client chose it. */
  readonly key: string;
  /** SHA-256 of everything that makes the request what it is, hex. */
  readonly requestSha256: string;
  readonly at: Instant;
  /** A key that was claimed then or earlier is forgotten: the same key is a new one. */
  readonly forgottenSince: Instant;
  /** A request that was claimed then or earlier and has no answer yet has died: its key may be claimed again. */
  readonly deadSince: Instant;
}

/** The answer that counts, sealed: answers may hold secrets, and the store must not know them. */
export interface OnceAnswer {
  readonly status: number;
  readonly sealed: string;
}

/** What becomes of a claim. */
export type OnceOutcome =
  /** Nobody asked this before: carry it out, then `finish` or `release`. */
  | { readonly kind: "first" }
  | { readonly kind: "answered"; readonly answer: OnceAnswer }
  /** The first request is still being carried out. */
  | { readonly kind: "busy" }
  /** The key was used for another request. */
  | { readonly kind: "other" };

/** What was carried out once under a client's key. Keys of different accounts do not touch. */
export interface IdempotencyStore {
  /** Claims the key. Of requests that come together exactly one is `first`. */
  claim(account: AccountId, claim: OnceClaim): Promise<OnceOutcome>;
  /** Keeps the answer for whoever repeats the request. */
  finish(account: AccountId, key: string, answer: OnceAnswer): Promise<void>;
  /** Gives the key back: nothing was carried out. A finished key stays. */
  release(account: AccountId, key: string): Promise<void>;
}
