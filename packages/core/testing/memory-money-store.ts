import { wayOf, type AdCost } from "../src/attribution/index.ts";
import type { AccountId, SiteId } from "../src/index.ts";
import type { MoneyStore, VisitorPath } from "../src/ports/index.ts";
import { countsOf, creditableOf, isWithin, onPath, placeOf } from "./memory-creditable.ts";
import { noteCall } from "./memory-outbox.ts";
import { demand, type MemoryState } from "./memory-state.ts";

interface CostRow {
  readonly account: AccountId;
  readonly site: SiteId;
  readonly key: string;
  readonly importId: string;
  readonly cost: AdCost;
}

/** The money port in memory. */
export function memoryMoneyStore(state: MemoryState): MoneyStore {
  let costs: readonly CostRow[] = [];
  const { values } = state;
  return {
    saveCosts: async (account, site, importId, told) => {
      demand(
        state.sites.find((row) => row.account === account && row.id === site),
        "site",
      );
      const seen = new Set<string>();
      let [added, replaced] = [0, 0];
      for (const cost of told) {
        const key = keyOf(cost);
        const isIt = (row: CostRow) => row.account === account && row.site === site && row.key === key;
        const known = costs.find(isIt);
        const sum = known?.importId === importId ? plus(known.cost, cost) : cost;
        if (!seen.has(key) && known === undefined) added += 1;
        if (!seen.has(key) && known !== undefined) replaced += 1;
        seen.add(key);
        costs = [...costs.filter((row) => !isIt(row)), { account, site, key, importId, cost: sum }];
      }
      return { added, replaced };
    },
    costs: async (account, { site, from, to }) => {
      const groups = Map.groupBy(
        costs
          .filter((row) => row.account === account && (site === undefined || row.site === site))
          .filter(({ cost }) => cost.day >= from && cost.day <= to)
          .map(({ cost }) => ({ ...cost, line: "" })),
        keyOf,
      );
      return [...groups.values()].map((group) => group.reduce(plus));
    },
    setValue: async (account, call, value, at) => {
      if (!state.calls.some((row) => row.account === account && row.id === call)) return false;
      if (value === undefined) values.delete(placeOf(account, call));
      else values.set(placeOf(account, call), value);
      noteCall(state, account, call, ["call.updated"], at);
      return true;
    },
    valueOf: async (account, call) => values.get(placeOf(account, call)),
    creditable: async function* (account, period) {
      const rang = state.calls.filter((row) => row.account === account && isWithin(row, row.rangAt, period));
      const kept = rang.filter((row) => row.isHealthcare !== true);
      yield kept.toSorted((a, b) => a.rangAt - b.rangAt).map((row) => creditableOf(state, row));
      const counts = countsOf(state, account, period);
      if (counts.length > 0) yield counts;
    },
    visitorPaths: async function* (account, period) {
      const visits = state.visits.filter((row) => row.account === account && isWithin(row, row.startedAt, period));
      const byVisitor = [...Map.groupBy(visits, ({ visitor }) => visitor)];
      yield byVisitor.flatMap(([visitor, theirs]): VisitorPath[] => {
        const [first, ...more] = theirs.map(onPath);
        return first === undefined ? [] : [{ visitor, touches: wayOf([first, ...more], period.before) }];
      });
    },
  };
}

/** Everything a line says of itself but its figures. */
function keyOf({ day, source, medium, campaign, keyword, landingPath, line, currency }: AdCost): string {
  return JSON.stringify([day, source, medium, campaign ?? null, keyword ?? null, landingPath ?? null, line, currency]);
}

function plus(a: AdCost, b: AdCost): AdCost {
  const { micros, clicks, impressions } = b;
  return { ...a, micros: a.micros + micros, clicks: a.clicks + clicks, impressions: a.impressions + impressions };
}
