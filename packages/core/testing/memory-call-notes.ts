import type { AccountId, CallId } from "../src/index.ts";
import type { CallNoteStore, KeptCallNote } from "../src/ports/index.ts";
import { demand, type MemoryState } from "./memory-state.ts";

/** Notes about calls in memory, and how they are forgotten with their calls' callers. */
export function memoryCallNotes(state: MemoryState): CallNoteStore & {
  readonly forgetNotes: (isGone: (account: AccountId, call: CallId) => boolean) => void;
} {
  const notes: { readonly account: AccountId; readonly call: CallId; readonly kept: KeptCallNote }[] = [];
  return {
    writeNote: async (account, call, kept) => {
      demand(
        state.calls.find((row) => row.account === account && row.id === call),
        "call",
      );
      notes.push({ account, call, kept });
    },
    noteOf: async (account, call) => notes.findLast((row) => row.account === account && row.call === call)?.kept,
    forgetNotes: (isGone) => {
      notes.splice(0, notes.length, ...notes.filter((row) => !isGone(row.account, row.call)));
    },
  };
}
