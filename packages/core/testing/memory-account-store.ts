import { randomUUID } from "node:crypto";
import type { AccountStore, PeopleStore, RetentionStore } from "../src/ports/index.ts";
import { auditText, chainStart, isOfKind, type AccountId, type AuditLink, type NumberId } from "../src/index.ts";
import { sha256 } from "./memory-proof-store.ts";
import { noteFact } from "./memory-outbox.ts";
import { memoryPeopleStore } from "./memory-people-store.ts";
import { memoryRetentionStore } from "./memory-retention-store.ts";
import { demand, type MemoryState } from "./memory-state.ts";

/** The accounts port in memory. */
export function memoryAccountStore(state: MemoryState): AccountStore {
  return {
    ...memoryPeopleStore(state),
    ...memoryRetentionStore(state),
    ...accountsAndKeys(state),
    ...sitesAndNumbers(state),
  };
}

/** Keeps a row: changes the one that is found, or adds it under a fresh id. Answers the id that counts. */
function keep<Row extends { readonly id: string }>(
  rows: Row[],
  found: Row | undefined,
  row: Omit<Row, "id">,
): Row["id"] {
  if (found !== undefined) return Object.assign(found, row).id;
  const id = randomUUID();
  rows.push({ ...row, id } as Row);
  return id;
}

type AccountsAndKeys =
  | "createAccount"
  | "accounts"
  | "saveApiKey"
  | "apiKeys"
  | "revokeApiKey"
  | "apiKeyByHash"
  | "audit"
  | "auditLog"
  | "auditOf"
  | "auditChain";

function accountsAndKeys(state: MemoryState): Pick<AccountStore, AccountsAndKeys> {
  const { accounts, keys } = state;
  const newest = (
    account: AccountId,
    isAbout: (entry: AuditLink) => boolean,
    limit: number,
    before = Number.POSITIVE_INFINITY,
  ): readonly AuditLink[] =>
    state.audit
      .filter((row) => row.account === account && row.entry.sequence < before && isAbout(row.entry))
      .map((row) => row.entry)
      .toReversed()
      .slice(0, limit);
  return {
    createAccount: async (name) =>
      keep(
        accounts,
        accounts.find((row) => row.name === name),
        { name },
      ) as AccountId,
    accounts: async () => accounts,
    saveApiKey: async (key, hash) => {
      const nth = keys.findIndex((row) => row.key.id === key.id && row.key.account === key.account);
      keys.splice(nth === -1 ? keys.length : nth, 1, { key, hash });
    },
    apiKeys: async (account) =>
      keys
        .map(({ key }) => key)
        .filter((key) => key.account === account)
        .toSorted((a, b) => a.name.localeCompare(b.name)),
    revokeApiKey: async (account, id) => {
      const nth = keys.findIndex(({ key }) => key.account === account && key.id === id);
      return nth !== -1 && keys.splice(nth, 1).length === 1;
    },
    apiKeyByHash: async (hash, now) => {
      const key = keys.find((row) => row.hash === hash)?.key;
      return key?.expiresAt !== undefined && key.expiresAt <= now ? undefined : key;
    },
    audit: async (account, entry) => {
      const last = state.audit.findLast((row) => row.account === account)?.entry ?? chainStart;
      const row = { ...entry, sequence: last.sequence + 1, previousHash: last.hash };
      state.audit.push({ account, entry: { ...row, hash: sha256(auditText(row)) } });
      if (entry.facts["tell"] !== "owners") return;
      const { at, ...about } = entry;
      noteFact(state, account, { kind: "notice", subject: randomUUID(), at, about });
    },
    auditLog: async (account, limit, before, kind) =>
      newest(account, ({ action }) => kind === undefined || isOfKind(action, kind), limit, before),
    auditOf: async (account, object, limit, before) =>
      newest(account, (entry) => entry.object === object, limit, before),
    auditChain: async (account, after) =>
      state.audit
        .filter((row) => row.account === account && row.entry.sequence > after)
        .map((row) => row.entry)
        .slice(0, 500),
  };
}

function sitesAndNumbers(
  state: MemoryState,
): Omit<AccountStore, AccountsAndKeys | keyof PeopleStore | keyof RetentionStore> {
  const { connections, sites, targets, pools, numbers } = state;
  const owned = <Row extends { readonly account: AccountId }>(row: Row | undefined, account: AccountId) =>
    row?.account === account ? row : undefined;
  return {
    saveConnection: async (connection) => {
      const { account, carrier, carrierAccount } = connection;
      const found = connections.find(
        (row) => row.account === account && row.carrier === carrier && row.carrierAccount === carrierAccount,
      );
      return keep(connections, found, connection);
    },
    connectionsOf: async (account) =>
      connections.filter((row) => row.account === account).map(({ secret: _secret, ...shown }) => shown),
    changeDestination: async (account, site, destination) => {
      const row = owned(
        sites.find(({ id }) => id === site),
        account,
      );
      if (row === undefined) return undefined;
      const before = row.flow.destination;
      row.flow = { ...row.flow, destination };
      return before;
    },
    saveSite: async (account, site) => {
      const found = sites.find((row) => row.key === site.key);
      if (found !== undefined) demand(owned(found, account), "site key");
      return keep(sites, found, { ...site, account });
    },
    allowOrigin: async (account, site, origin) => {
      const row = owned(
        sites.find((one) => one.id === site),
        account,
      );
      if (row !== undefined && !row.origins.includes(origin)) row.origins = [...row.origins, origin];
      return row !== undefined;
    },
    flowOf: async (account, site) =>
      owned(
        sites.find((row) => row.id === site),
        account,
      )?.flow,
    saveFlow: async (account, site, flow) => {
      const row = owned(
        sites.find((one) => one.id === site),
        account,
      );
      if (row !== undefined) row.flow = flow;
      return row !== undefined;
    },
    saveTarget: async (account, site, target) => {
      demand(
        owned(
          sites.find((row) => row.id === site),
          account,
        ),
        "site",
      );
      const found = targets.find((row) => row.site === site && row.e164 === target.e164);
      return keep(targets, found, { ...target, account, site });
    },
    savePool: async (account, { name, ...settings }) => {
      demand(
        owned(
          targets.find((row) => row.id === settings.target),
          account,
        ),
        "target",
      );
      const found = pools.find((row) => row.settings.target === settings.target && row.name === name);
      return keep(pools, found, { account, name, settings });
    },
    choosePoolPolicy: async (account, id, exclusive) => {
      const at = pools.findIndex((row) => row.id === id && row.account === account);
      const row = pools[at];
      if (row === undefined) return false;
      pools[at] = { ...row, settings: { ...row.settings, exclusive } };
      return true;
    },
    saveNumber: async (account, number) => {
      const { connection, site, target, e164 } = number;
      demand(
        owned(
          connections.find((row) => row.id === connection),
          account,
        ),
        "connection",
      );
      demand(
        owned(
          targets.find((row) => row.id === target),
          account,
        ),
        "target",
      );
      if (number.role === "pool")
        demand(
          owned(
            pools.find((row) => row.id === number.pool),
            account,
          ),
          "pool",
        );
      const role = number.role === "pool" ? { pool: number.pool, slice: number.slice } : { touch: number.touch };
      const found = numbers.find((row) => row.connection === connection && row.e164 === e164);
      const inUse = { restsUntil: undefined, releasedAt: undefined };
      if (found !== undefined) return void Object.assign(found, { site, target, role, ...inUse });
      const id = randomUUID() as NumberId;
      const lease = { number: id, visit: undefined, firm: false, lastSeenAt: undefined, until: undefined };
      numbers.push({ account, id, connection, site, target, e164, role, lease });
    },
  };
}
