import type { CallId } from "../ids.ts";
import type { CallQuery } from "../ports/index.ts";

/**
 * Whether calls to sites in healthcare mode may stand in a list that was asked for so. A list of a keyword's calls would
 * say by itself which keyword each caller came by: such a list holds none of them, and neither does one by who they are
 * to us. Words find a call of theirs only by its caller.
 */
export function isListedBeside({ touch, who, firstTime, words, orCalls }: CallQuery, call: CallId): boolean {
  if (touch !== undefined || who !== undefined || firstTime !== undefined) return false;
  return words === undefined || orCalls?.includes(call) === true;
}
