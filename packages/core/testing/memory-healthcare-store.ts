import { foldCall } from "../src/call-flow/index.ts";
import {
  lengthBucket,
  publishCounts,
  wayOfCall,
  type CountedCalls,
  type GlassOpening,
} from "../src/healthcare/index.ts";
import { after, instant, type AccountId, type CallId, type SiteId } from "../src/index.ts";
import type { CountedPage, GlassOpened, HealthcareCounts, HealthcareCut, HealthcareStore } from "../src/ports/index.ts";
import { isWithin } from "./memory-creditable.ts";
import { storeNow } from "./memory-outbox.ts";
import type { CallRow, MemoryState } from "./memory-state.ts";

/** What lies between the two sides: published counts of periods, and openings of the glass. */
export interface HealthcareState {
  readonly counts: (HealthcareCounts & {
    readonly account: AccountId;
    readonly site: SiteId;
    readonly cut: HealthcareCut;
  })[];
  readonly pages: (CountedPage & { readonly account: AccountId; readonly site: SiteId })[];
  readonly openings: { readonly account: AccountId; opened: GlassOpened }[];
}

/** What lies between the two sides, in memory. The database keeps them apart by roles and keys; here only the answers do. */
export function memoryHealthcareStore(state: MemoryState): HealthcareStore {
  const counted = new Set<CallRow>();
  const forgotten = new Set<CallRow>();
  const used = new Set<number>();
  const told = (account: AccountId, action: string, object: string): number => {
    const of = state.audit.filter((row) => row.account === account).map(({ entry }) => entry);
    const entry = of.findLast((one) => one.action === action && one.object === object && !used.has(one.sequence));
    if (entry === undefined) throw new Error("The audit log does not tell of this.");
    return entry.sequence;
  };
  const find = (account: AccountId, id: string) =>
    state.healthcare.openings.find((row) => row.account === account && row.opened.id === id);
  return {
    publish: async (account, site, { before, least }) => {
      const waiting = state.calls.filter(
        (row) =>
          row.account === account && row.site === site && row.isHealthcare && !counted.has(row) && dayOf(row) < before,
      );
      for (const kind of ["page", "tap"] as const) publishPages(state, { account, site, kind, before, least });
      if (waiting.length < least) return 0;
      const days = waiting.map(dayOf).toSorted();
      const period = { firstDay: days[0] ?? before, lastDay: dayBefore(before) };
      for (const row of waiting) counted.add(row);
      const ways = waiting.map(({ sourceTouch }) => wayOfCall(sourceTouch));
      const lengths = waiting.map(({ events }) => [lengthBucket(foldCall(events).talkMs)]);
      state.healthcare.counts.push({
        account,
        site,
        cut: "way",
        ...period,
        cells: publishCounts(ways.map(once), least),
      });
      state.healthcare.counts.push({
        account,
        site,
        cut: "length",
        ...period,
        cells: publishCounts(lengths.map(once), least),
      });
      return waiting.length;
    },
    countPage: async (account, site, page) => void state.healthcare.pages.push({ ...page, account, site }),
    counts: async (account, cut, period) =>
      state.healthcare.counts
        .filter((row) => row.account === account && row.cut === cut)
        .filter((row) => isWithin(row, instant(Date.parse(row.lastDay)), period))
        .map(({ firstDay, lastDay, cells }) => ({ firstDay, lastDay, cells })),
    openGlass: async (account, id, { lengthMs, ...opening }: GlassOpening) => {
      told(account, "glass.asked", id);
      const until = after(storeNow(), lengthMs);
      state.healthcare.openings.push({
        account,
        opened: { ...opening, id, openedAt: storeNow(), until, agreedBy: undefined },
      });
      return { until };
    },
    agreeToGlass: async (account, id, by) => {
      told(account, "glass.agreed", id);
      const row = find(account, id);
      if (row === undefined || row.opened.who === by || row.opened.agreedBy !== undefined) return false;
      if (row.opened.until <= storeNow()) return false;
      row.opened = { ...row.opened, agreedBy: by };
      return true;
    },
    lookThroughGlass: async (account, id, call) => {
      const opened = find(account, id)?.opened;
      if (opened === undefined || opened.until <= storeNow()) return undefined;
      if (opened.needsSecond && opened.agreedBy === undefined) return undefined;
      used.add(told(account, "glass.looked", id));
      const row = state.calls.find((one) => one.account === account && one.id === call && one.isHealthcare);
      if (row === undefined || forgotten.has(row)) return { way: undefined, length: undefined };
      return { way: wayOfCall(row.sourceTouch), length: lengthBucket(foldCall(row.events).talkMs) };
    },
    forgetLinks: async (account, calls) => {
      const waits = (call: CallId): boolean =>
        state.calls.some((row) => row.account === account && row.id === call && row.isHealthcare && !counted.has(row));
      const gone = calls.filter((call) => !waits(call));
      for (const row of state.calls) if (row.account === account && gone.includes(row.id)) forgotten.add(row);
      return gone;
    },
    openings: async (account) =>
      state.healthcare.openings
        .filter((row) => row.account === account)
        .map(({ opened }) => opened)
        .toReversed(),
  };
}

function publishPages(
  { healthcare: { pages, counts } }: MemoryState,
  of: Pick<CountedPage, "kind"> & {
    readonly account: AccountId;
    readonly site: SiteId;
    readonly before: string;
    readonly least: number;
  },
): void {
  const { account, site, kind, before, least } = of;
  const waiting = pages.filter(
    (row) => row.account === account && row.site === site && row.kind === kind && row.day < before,
  );
  if (waiting.length < least) return;
  for (const row of waiting) pages.splice(pages.indexOf(row), 1);
  const [firstDay = before] = waiting.map(({ day }) => day).toSorted();
  const cells = publishCounts(
    waiting.map(({ group }) => once([group])),
    least,
  );
  counts.push({ account, site, cut: kind, firstDay, lastDay: dayBefore(before), cells });
}

function once(path: readonly string[]): CountedCalls {
  return { path, calls: 1 };
}

function dayOf({ rangAt }: CallRow): string {
  return new Date(rangAt).toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
