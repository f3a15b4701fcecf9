import type { CallState } from "./fold-call.ts";

/** How a call stands, for those outside: what the caller pressed in which menu is told to nobody. */
export type StateTold = Omit<CallState, "choices"> & { readonly choices?: never };

/** Leaves out of a call's state what nobody outside is told. */
export function stateTold({ choices: _choices, ...state }: CallState): StateTold {
  return state;
}
