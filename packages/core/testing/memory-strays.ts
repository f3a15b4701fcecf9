import type { StrayNumber } from "../src/ports/index.ts";
import { foldCall } from "../src/call-flow/index.ts";
import type { AccountId, Instant } from "../src/index.ts";
import type { MemoryState } from "./memory-state.ts";

type Call = Pick<StrayNumber, "e164" | "connection" | "why"> & { readonly at: Instant };

/** Numbers that are called although nobody is shown them, in memory. */
export function memoryStrays(state: MemoryState, account: AccountId, since: Instant): readonly StrayNumber[] {
  const unknown = state.strays
    .filter((row) => row.account === account)
    .map((row): Call => ({ ...row, why: "unknown" }));
  const known = state.calls
    .filter((row) => row.account === account)
    .flatMap(({ number: id, connection, rangAt: at, events, match }): readonly Call[] => {
      const number = state.numbers.find((row) => row.account === account && row.id === id);
      const isGhost = foldCall(events).spam?.signs.some(({ code }) => code === "ghost_call") === true;
      if (number === undefined || (!isGhost && match?.kind !== "pollution")) return [];
      return [{ e164: number.e164, connection, at, why: isGhost ? "resting" : "unvisited" }];
    });
  const calls = [...unknown, ...known].filter(({ at }) => at >= since);
  return [...Map.groupBy(calls, ({ e164, connection, why }) => `${connection} ${e164} ${why}`).values()]
    .flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const { e164, connection, why } = first;
      const lastAt = others.reduce((latest, { at }) => (at > latest ? at : latest), first.at);
      return [{ e164, connection, why, calls: others.length + 1, lastAt }];
    })
    .toSorted((a, b) => b.calls - a.calls || (a.e164 < b.e164 ? -1 : 1));
}
