import type { AccountId, CallId } from "../ids.ts";
import type { Phi } from "../phi.ts";
import type { Instant } from "../time.ts";

/** How a call turned out for the business, as somebody there says. */
export type LeadStatus = "open" | "good" | "won" | "lost" | "none";

/** What somebody of the business wrote about a call. It may tell what the caller said, so it is care. */
export interface CallNote {
  readonly lead: LeadStatus | undefined;
  readonly tags: readonly string[];
  readonly text: string | undefined;
}

/** A note as it was written last, and by whom, as the audit log names them. */
export interface KeptCallNote {
  readonly note: Phi<CallNote>;
  readonly author: string;
  readonly at: Instant;
}

/** Notes about calls: a later one stands in place of those before, which are kept beneath it until the caller is forgotten. */
export interface CallNoteStore {
  writeNote(account: AccountId, call: CallId, kept: KeptCallNote): Promise<void>;
  /** What was written of the call last; undefined when nothing was. */
  noteOf(account: AccountId, call: CallId): Promise<KeptCallNote | undefined>;
}
