import type { AuditEntry, AuditLink } from "../audit.ts";
import type { AuditKind } from "../audit-kind.ts";
import type { AccountId, ConnectionId, PoolId, SiteId, TargetNumberId } from "../ids.ts";
import type { CallFlow } from "../call-flow/call-flow.ts";
import type { Regime } from "../consent/answer.ts";
import type { Slice } from "../number-pool/pool.ts";
import type { Touch } from "../attribution/touch.ts";
import type { E164 } from "../phone-number.ts";
import type { Instant, Milliseconds } from "../time.ts";
import type { PeopleStore } from "./people-store.ts";
import type { RetentionStore } from "./retention-store.ts";
import type { CarrierConnection } from "./site-directory.ts";

/** What an API key or a person may do. */
export type Scope =
  | "calls:read"
  | "calls:export"
  | "callers:read"
  | "recordings:play"
  | "pools:read"
  | "sites:read"
  | "sites:write"
  | "calls:write"
  | "costs:write"
  | "orders:write"
  | "forms:write"
  | "callers:care"
  | "numbers:read"
  | "numbers:write"
  | "forwarding:write"
  | "destinations:read"
  | "destinations:write"
  | "jobs:read"
  | "jobs:write"
  | "account:export"
  | "audit:read"
  | "people:read"
  | "people:write"
  | "account:read"
  | "account:write"
  | "keys:write";

/** An API key without its secret, which is shown once and kept as a hash. */
export interface ApiKey {
  /** A UUID. */
  readonly id: string;
  readonly account: AccountId;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Instant | undefined;
}

/** Setting up an account. Each method repeats safely: the same natural key changes what differs and nothing else. */
export interface AccountStore extends PeopleStore, RetentionStore {
  /** The account of this name, made when there is none. */
  createAccount(name: string): Promise<AccountId>;
  accounts(): Promise<readonly { readonly id: AccountId; readonly name: string }[]>;
  /** Found again by account, carrier and carrier account. */
  saveConnection(connection: Omit<CarrierConnection, "id">): Promise<ConnectionId>;
  /** The account's carrier connections, without their secrets. */
  connectionsOf(account: AccountId): Promise<readonly Omit<CarrierConnection, "secret">[]>;
  /**
   * Forwards the calls of a site's numbers to another phone. Answers where they went before; undefined when the account
   * has no such site.
   */
  changeDestination(account: AccountId, site: SiteId, destination: E164): Promise<E164 | undefined>;
  /** Found again by its key. @throws when the key belongs to another account. */
  saveSite(
    account: AccountId,
    site: {
      readonly key: string;
      readonly name: string;
      readonly origins: readonly string[];
      readonly regime: Regime;
      readonly flow: CallFlow;
      readonly businessPlaces: readonly string[];
    },
  ): Promise<SiteId>;
  /** Lets pages of one more origin use the site's key. False when the account has no such site. */
  allowOrigin(account: AccountId, site: SiteId, origin: string): Promise<boolean>;
  /** What callers of a site go through; undefined when the account has no such site. */
  flowOf(account: AccountId, site: SiteId): Promise<CallFlow | undefined>;
  /** Keeps the flow in place of the one before. False when the account has no such site. */
  saveFlow(account: AccountId, site: SiteId, flow: CallFlow): Promise<boolean>;
  /** Found again by site and number. */
  saveTarget(
    account: AccountId,
    site: SiteId,
    target: { readonly e164: E164; readonly label: string },
  ): Promise<TargetNumberId>;
  /** Found again by target and name. */
  savePool(
    account: AccountId,
    pool: {
      readonly site: SiteId;
      readonly target: TargetNumberId;
      readonly name: string;
      readonly exclusive: boolean;
      readonly provisionalMs: Milliseconds;
      readonly graceMs: Milliseconds;
      readonly restMs: Milliseconds;
    },
  ): Promise<PoolId>;
  /** Says whether two live visits may share a number of the pool when it is exhausted. False: the account has no such pool. */
  choosePoolPolicy(account: AccountId, pool: PoolId, exclusive: boolean): Promise<boolean>;
  /** Found again by connection and number; a second call moves it to another pool, slice or source. */
  saveNumber(
    account: AccountId,
    number: {
      readonly e164: E164;
      readonly connection: ConnectionId;
      readonly site: SiteId;
      readonly target: TargetNumberId;
    } & (
      | { readonly role: "pool"; readonly pool: PoolId; readonly slice: Slice }
      | { readonly role: "source"; readonly touch: Touch }
    ),
  ): Promise<void>;
  /** Keeps a key under the SHA-256 of its secret. */
  saveApiKey(key: ApiKey, secretSha256: string): Promise<void>;
  /** The account's keys by name, expired ones included. */
  apiKeys(account: AccountId): Promise<readonly ApiKey[]>;
  /** Ends a key at once. False when the account has no such key. */
  revokeApiKey(account: AccountId, id: string): Promise<boolean>;
  /** The key of this secret, unless it was revoked or has expired at `now`. */
  apiKeyByHash(secretSha256: string, now: Instant): Promise<ApiKey | undefined>;
  /** Appends to the account's audit log. */
  audit(account: AccountId, entry: AuditEntry): Promise<void>;
  /**
   * The account's audit log, newest first; `before` leaves out this sequence and what was written after it, `kind`
   * every entry of another kind.
   */
  auditLog(account: AccountId, limit: number, before?: number, kind?: AuditKind): Promise<readonly AuditLink[]>;
  /** The entries about one object, newest first, as `auditLog` does. */
  auditOf(account: AccountId, object: string, limit: number, before?: number): Promise<readonly AuditLink[]>;
  /** The next links of the log's chain after a sequence, oldest first; none at its end. */
  auditChain(account: AccountId, after: number): Promise<readonly AuditLink[]>;
}
