import { ringing, stateTold } from "@ringtrail/core/call-flow";
import type { CallTold, Fact } from "@ringtrail/core/ports";
import { wholeTouch } from "./name-absent.ts";

/** A fact as JSON kept it: what is absent is undefined again. */
export function wholeFact({ call, ...fact }: Fact): Fact {
  return { ...fact, call: call === null || call === undefined ? undefined : wholeCall(call) };
}

function wholeCall({ match, sourceTouch, ...call }: CallTold): CallTold {
  const candidates = match?.candidates.map(({ touch, ...one }) => ({ ...one, touch: wholeTouch(touch) })) ?? [];
  return {
    ...call,
    // The row holds the whole state of a call, what was pressed in its menus included.
    state: stateTold({ ...ringing, ...call.state, choices: {} }),
    match: match && { ...match, candidates },
    sourceTouch: sourceTouch && wholeTouch(sourceTouch),
    value: call.value,
  };
}
