import { tellVisit, type ReplayEvent } from "../src/attribution/index.ts";
import type { LearnedParameters, ParameterStore } from "../src/ports/index.ts";
import type { AccountId, SiteId } from "../src/index.ts";
import type { MemoryState } from "./memory-state.ts";

/** The parameters port in memory. */
export function memoryParameterStore(state: MemoryState): ParameterStore {
  const kept: { readonly account: AccountId; readonly site: SiteId; readonly learned: LearnedParameters }[] = [];
  const of = (account: AccountId, site: SiteId) =>
    kept.filter((row) => row.account === account && row.site === site).map(({ learned }) => learned);
  return {
    latest: async (account, site) => of(account, site).toSorted((a, b) => b.version - a.version)[0],
    keep: async (account, site, learned) => {
      if (of(account, site).some(({ version }) => version === learned.version)) return false;
      kept.push({ account, site, learned });
      return true;
    },
    story: async (account, site, since) => {
      const visits = state.visits.filter((row) => row.account === account && row.site === site);
      const shown = visits.flatMap(({ id, touch, landing: { region } }) =>
        state.impressions
          .filter((row) => row.account === account && row.visit === id && row.at >= since)
          .flatMap(({ number, at, lastSeenAt }) => {
            if (number === undefined) return [];
            const tappedAt = state.taps
              .filter((tap) => tap.account === account && tap.visit === id && tap.number === number)
              .map((tap) => tap.at);
            const signs = { region, shownAt: at, seenAt: lastSeenAt, hiddenAt: undefined, tappedAt };
            return tellVisit({ visit: id, number, source: touch.channel, device: undefined, ...signs });
          }),
      );
      const calls = state.calls
        .filter((call) => call.account === account && call.site === site && call.rangAt >= since)
        .map(({ rangAt, id, number }): ReplayEvent => ({ type: "call", at: rangAt, id, number }));
      return [...shown, ...calls].toSorted((a, b) => a.at - b.at);
    },
  };
}
