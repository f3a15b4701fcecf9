import type { Holding } from "../src/attribution/index.ts";
import type { PageView, VisitSign, VisitStore } from "../src/ports/index.ts";
import { between, instant, type Instant, type NumberId } from "../src/index.ts";
import { countHours } from "./memory-hours.ts";
import { pageSightingsOf, sightingsOf } from "./memory-sightings.ts";
import type { ImpressionRow, MemoryState, VisitRow } from "./memory-state.ts";

/** The visits port in memory. */
export function memoryVisitStore(state: MemoryState): VisitStore {
  return {
    sightings: async (account, site, since) => sightingsOf(state, account, site, since),
    pageSightings: async (account, site, path, since) => pageSightingsOf(state, { account, site, path, since }),
    append: async (account, id, signs) => {
      const visit = state.visits.find((row) => row.account === account && row.id === id);
      if (visit === undefined) return false;
      for (const sign of signs) addSign(state, visit, sign);
      return true;
    },
    story: async (account, id) => {
      const visit = state.visits.find((row) => row.account === account && row.id === id);
      return visit && storyOf(state, visit);
    },
    holdings: async (account, number, rangAt, windowMs) =>
      state.impressions
        .filter((row) => row.account === account && row.number === number)
        .filter(({ at }) => at <= rangAt && between(at, rangAt) < windowMs)
        .toSorted((a, b) => b.at - a.at)
        .flatMap((seen) => holdingOf(state, seen, number, rangAt)),
    lastHeld: async (account, number, rangAt) => {
      const seen = state.impressions.filter(
        (row) => row.account === account && row.number === number && row.at <= rangAt,
      );
      if (seen.length === 0) return undefined;
      return instant(Math.max(...seen.map(({ lastSeenAt }) => Math.min(lastSeenAt, rangAt))));
    },
    hours: async (account, since) =>
      countHours(
        state.visits
          .filter((row) => row.account === account && row.startedAt >= since && isAlive(state, row))
          .map(({ site, startedAt }) => ({ of: site, at: startedAt })),
      ),
    forgetVisitor: async (account, visitor) => {
      const gone = state.visits.filter((row) => row.account === account && row.visitor === visitor);
      const stays = (row: { readonly account: string; readonly visit: string }) =>
        !gone.some(({ id }) => row.account === account && row.visit === id);
      state.visits = state.visits.filter((row) => !gone.includes(row));
      state.impressions = state.impressions.filter(stays);
      state.taps = state.taps.filter(stays);
      state.shares = state.shares.filter(stays);
      for (const row of state.shopOrders.values()) {
        const isTheirs = row.account === account && gone.some(({ id }) => id === row.order.visit);
        if (isTheirs) row.order = { ...row.order, visit: undefined };
      }
      for (const row of state.forms) {
        const isTheirs = row.account === account && gone.some(({ id }) => id === row.form.visit);
        if (isTheirs) row.form = { ...row.form, visit: undefined };
      }
      for (const row of state.numbers) {
        const isTied = row.account === account && gone.some(({ id }) => id === row.lease.visit);
        if (isTied) row.lease = { ...row.lease, visit: undefined, firm: false };
      }
      return gone.length;
    },
  };
}

/** Says whether the visit was heard of again after it began. */
function isAlive(state: MemoryState, { account, id, startedAt }: VisitRow): boolean {
  return state.impressions.some((row) => row.account === account && row.visit === id && row.lastSeenAt > startedAt);
}

/** Adds a page unless the visit saw it at that instant already; pages stay in the order they were seen. */
function addPage(visit: VisitRow, page: PageView): void {
  if (visit.pages.some((known) => known.at === page.at && known.path === page.path)) return;
  visit.pages = [...visit.pages, page].toSorted((a, b) => a.at - b.at);
}

function addSign(state: MemoryState, visit: VisitRow, sign: VisitSign): void {
  const { account, id } = visit;
  const when = sign.kind === "page" ? sign.page.at : sign.at;
  if (sign.kind === "page") addPage(visit, sign.page);
  if (sign.kind === "hidden") visit.hiddenAt = instant(Math.max(visit.hiddenAt ?? sign.at, sign.at));
  if (sign.kind === "tap" || sign.kind === "copy" || sign.kind === "seen") {
    const { kind, number, at } = sign;
    const isKnown = state.taps.some(
      (row) =>
        row.account === account && row.visit === id && row.number === number && row.kind === kind && row.at === at,
    );
    if (!isKnown) state.taps.push({ account, visit: id, number, kind, at });
  }
  for (const seen of state.impressions) {
    const isTheirs = seen.account === account && seen.visit === id;
    if (isTheirs && when > seen.lastSeenAt) seen.lastSeenAt = when;
  }
}

function storyOf(state: MemoryState, visit: VisitRow): Awaited<ReturnType<VisitStore["story"]>> {
  const { account, id, visitor, site, startedAt, landing, touch, pages } = visit;
  const shown = state.impressions
    .filter((row) => row.account === account && row.visit === id)
    .toSorted((a, b) => a.at - b.at)
    .map(({ pool, number, how, at }) => ({ pool, number, how, at }));
  return { visit: id, visitor, site, startedAt, landing, touch, pages, shown };
}

function holdingOf(state: MemoryState, seen: ImpressionRow, number: NumberId, rangAt: Instant): readonly Holding[] {
  const { account, visit, at, lastSeenAt } = seen;
  const story = state.visits.find((row) => row.account === account && row.id === visit);
  if (story === undefined) return [];
  const lastOf = (kind: "tap" | "copy"): number | undefined => {
    const ages = state.taps
      .filter((row) => row.account === account && row.visit === visit && row.number === number && row.kind === kind)
      .flatMap((row) => (row.at <= rangAt ? [between(row.at, rangAt)] : []));
    return ages.length === 0 ? undefined : Math.min(...ages);
  };
  const { hiddenAt, device } = story;
  const isHidden = hiddenAt !== undefined && hiddenAt >= lastSeenAt && hiddenAt <= rangAt;
  return [
    {
      visit,
      touch: story.touch,
      shownAgoMs: between(at, rangAt),
      seenAgoMs: Math.max(0, between(lastSeenAt, rangAt)),
      tappedAgoMs: lastOf("tap"),
      hiddenAgoMs: isHidden ? between(hiddenAt, rangAt) : undefined,
      copiedAgoMs: lastOf("copy"),
      device,
      region: story.landing.region,
    },
  ];
}
