import { areaCode } from "../src/index.ts";
import type { NumberPool } from "../src/number-pool/index.ts";
import type { NumberRoute, SiteDirectory, SiteSettings, SourceNumber } from "../src/ports/index.ts";
import { demand, type MemoryState, type NumberRow, type PoolRow, type SiteRow } from "./memory-state.ts";

/** The look-ups before an account is known, in memory. */
export function memorySiteDirectory(state: MemoryState): SiteDirectory {
  const { sites, connections, numbers } = state;
  return {
    siteByKey: async (key) => {
      const site = sites.find((row) => row.key === key);
      return site && settingsOf(state, site);
    },
    sitesOf: async (account) =>
      sites
        .filter((row) => row.account === account)
        .toSorted((a, b) => a.name.localeCompare(b.name))
        .map((site) => settingsOf(state, site)),
    connectionById: async (id) => connections.find((row) => row.id === id),
    routeByNumber: async (connection, dialled) => {
      const number = numbers.find(
        (row) => row.connection === connection && row.e164 === dialled && row.releasedAt === undefined,
      );
      return number && routeOf(state, number);
    },
    allRoutes: async () =>
      numbers.filter((row) => row.releasedAt === undefined).map((number) => routeOf(state, number)),
  };
}

/** The pool with the slices and areas its numbers give it. */
export function poolSettings(state: MemoryState, { settings, id, account }: PoolRow): NumberPool {
  const owned = state.numbers.flatMap(({ role, restsUntil, e164 }) =>
    restsUntil === undefined && "pool" in role && role.pool === id ? [{ slice: role.slice, e164 }] : [],
  );
  const slices = new Set(owned.map(({ slice }) => slice));
  const areas = new Set(owned.flatMap(({ e164 }) => (areaCode(e164) === undefined ? [] : e164.slice(0, 5))));
  return { ...settings, id, account, slices: [...slices].toSorted(), areas: [...areas].toSorted() };
}

function settingsOf(state: MemoryState, site: SiteRow): SiteSettings {
  const { account, key, name, origins, regime } = site;
  const isHealthcare = site.flow.isHealthcare === true;
  const targets = state.targets.filter((row) => row.site === site.id);
  const sources = state.numbers.flatMap(({ id, e164, target, role, site: at, restsUntil }): SourceNumber[] =>
    at === site.id && restsUntil === undefined && "touch" in role
      ? [{ number: id, e164, target, touch: role.touch }]
      : [],
  );
  const texting = state.numbers
    .filter((row) => row.site === site.id && row.restsUntil === undefined && row.takes?.length)
    .map(({ id, takes = [] }) => ({ number: id, takes }));
  return {
    account,
    site: site.id,
    key,
    name,
    origins,
    regime,
    targets: targets.map(({ id, e164, label }) => ({ id, e164, label: isHealthcare ? "" : label })),
    sources,
    texting,
    pools: isHealthcare
      ? []
      : state.pools.filter((row) => row.settings.site === site.id).map((pool) => poolSettings(state, pool)),
    ...(isHealthcare ? { isHealthcare, pageGroups: site.flow.healthcare?.pageGroups ?? [] } : {}),
  };
}

function routeOf(
  state: MemoryState,
  { account, connection, id, e164, site, role, restsUntil }: NumberRow,
): NumberRoute {
  const { flow, businessPlaces } = demand(
    state.sites.find((row) => row.id === site),
    "site",
  );
  return {
    account,
    connection,
    number: id,
    e164,
    site,
    pool: "pool" in role ? role.pool : undefined,
    isResting: restsUntil === undefined ? undefined : true,
    sourceTouch: "touch" in role ? role.touch : undefined,
    flow,
    businessPlaces,
  };
}
