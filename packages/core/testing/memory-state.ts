import type { HealthcareState } from "./memory-healthcare-store.ts";
import type { CallEvent, CallFlow } from "../src/call-flow/index.ts";
import type { CallMatch, Landing, OrderMatch, ShopOrder, ShopRefund, Touch } from "../src/attribution/index.ts";
import type { Permission, Proof, Regime } from "../src/consent/index.ts";
import type { Lease, NumberPool, ShownHow, Slice } from "../src/number-pool/index.ts";
import type {
  ApiKey,
  Caller,
  CallValue,
  CarrierConnection,
  Delivery,
  Destination,
  Fact,
  Invitation,
  NewCall,
  NewForm,
  NewVisit,
  NumberLimits,
  NumberOrder,
  QuietTimes,
  PageView,
  RecordingFacts,
  Rent,
} from "../src/ports/index.ts";
import type {
  AccountId,
  AccountSecurity,
  AuditLink,
  CallId,
  ConnectionId,
  E164,
  Instant,
  NumberId,
  PoolId,
  SiteId,
  TargetNumberId,
  Texting,
  VisitId,
  VisitorId,
} from "../src/index.ts";

/** A row of an account: the part that keeps tenants apart. */
interface Owned {
  readonly account: AccountId;
}

export interface SiteRow extends Owned {
  readonly id: SiteId;
  readonly key: string;
  name: string;
  origins: readonly string[];
  regime: Regime;
  flow: CallFlow;
  businessPlaces: readonly string[];
}

export interface TargetRow extends Owned {
  readonly id: TargetNumberId;
  readonly site: SiteId;
  readonly e164: E164;
  label: string;
}

export interface PoolRow extends Owned {
  readonly id: PoolId;
  readonly name: string;
  settings: Omit<NumberPool, "id" | "account" | "slices" | "areas">;
}

export interface NumberRow extends Owned {
  readonly id: NumberId;
  readonly e164: E164;
  readonly connection: ConnectionId;
  site: SiteId;
  target: TargetNumberId;
  role: { readonly pool: PoolId; readonly slice: Slice } | { readonly touch: Touch };
  lease: Lease;
  carrierRef?: string | undefined;
  rent?: Rent | undefined;
  takes?: readonly Texting[];
  restsUntil?: Instant | undefined;
  releasedAt?: Instant | undefined;
}

/** One call to a number that is none of the account's. */
export interface StrayRow extends Owned {
  readonly connection: ConnectionId;
  readonly e164: E164;
  readonly at: Instant;
}

export interface VisitRow extends Owned {
  readonly id: VisitId;
  readonly visitor: VisitorId;
  readonly site: SiteId;
  readonly startedAt: Instant;
  readonly landing: Landing;
  readonly permission: Permission;
  readonly touch: Touch;
  readonly device: NewVisit["device"];
  hiddenAt: Instant | undefined;
  pages: PageView[];
}

export interface ImpressionRow extends Owned {
  readonly visit: VisitId;
  readonly visitor: VisitorId;
  readonly pool: PoolId;
  readonly number: NumberId | undefined;
  readonly how: ShownHow;
  readonly at: Instant;
  lastSeenAt: Instant;
}

/** A visit that was shown a number while another held it. */
export interface ShareRow extends Owned {
  readonly visit: VisitId;
  readonly pool: PoolId;
  readonly number: NumberId;
  at: Instant;
  until: Instant;
}

export interface TapRow extends Owned {
  readonly visit: VisitId;
  readonly number: NumberId;
  readonly kind: "tap" | "copy" | "seen";
  readonly at: Instant;
}

export interface CallRow extends Owned, NewCall {
  readonly events: CallEvent[];
  match: CallMatch | undefined;
  sourceTouch: Touch | undefined;
}

export interface ShopOrderRow extends Owned {
  readonly site: SiteId;
  order: ShopOrder;
  match: OrderMatch | undefined;
}

export interface FactRow extends Owned {
  readonly key: string | undefined;
  readonly fact: Fact;
}

export interface DestinationRow extends Owned {
  destination: Destination;
  /** The newest first. */
  secrets: readonly string[];
  oldUntil: Instant;
  restUntil?: Instant | undefined;
}

export interface DeliveryRow extends Owned {
  readonly fact: Fact;
  delivery: Delivery;
  claimedUntil: Instant | undefined;
  triesBegun: number;
}

/** A form that was sent, as far as it may be kept. */
export interface FormRow extends Owned {
  form: NewForm;
}

/** Everything a memory world keeps: the tables, in no order but that of arrival. */
export interface MemoryState {
  readonly accounts: { readonly id: AccountId; readonly name: string; timeZone?: string }[];
  readonly security: Map<AccountId, AccountSecurity>;
  readonly members: { readonly account: AccountId; readonly userId: string; role: string }[];
  readonly connections: CarrierConnection[];
  readonly sites: SiteRow[];
  readonly targets: TargetRow[];
  readonly pools: PoolRow[];
  readonly numbers: NumberRow[];
  /** The number shared last, by account, pool and slice. */
  readonly shareTurns: Map<string, string>;
  readonly keys: { readonly key: ApiKey; readonly hash: string }[];
  readonly invitations: { readonly invitation: Invitation; readonly hash: string }[];
  readonly audit: (Owned & { readonly entry: AuditLink })[];
  visits: VisitRow[];
  impressions: ImpressionRow[];
  shares: ShareRow[];
  taps: TapRow[];
  readonly calls: CallRow[];
  readonly callers: (Owned & { readonly call: CallId; readonly caller: Caller; readonly rangAt: Instant })[];
  readonly recordings: (Owned & { readonly facts: RecordingFacts })[];
  proofs: (Owned & { readonly side: "marketing" | "care"; proof: Proof })[];
  orders: (Owned & { readonly order: NumberOrder; isOpen: boolean })[];
  readonly strays: StrayRow[];
  /** What calls were worth, by account and call. */
  readonly values: Map<string, CallValue>;
  /** By account, site, shop and the shop's id: bursts of orders are looked up one by one. */
  readonly shopOrders: Map<string, ShopOrderRow>;
  refunds: (Owned & { readonly site: SiteId; readonly refund: ShopRefund })[];
  readonly limits: Map<AccountId, NumberLimits>;
  readonly forms: FormRow[];
  /** By account and mailbox. */
  readonly quiet: Map<string, QuietTimes>;
  facts: FactRow[];
  readonly destinations: DestinationRow[];
  deliveries: DeliveryRow[];
  readonly healthcare: HealthcareState;
}

/** A world in which nothing has happened. */
export function emptyState(): MemoryState {
  return {
    accounts: [],
    security: new Map(),
    members: [],
    connections: [],
    sites: [],
    targets: [],
    pools: [],
    numbers: [],
    shareTurns: new Map(),
    keys: [],
    invitations: [],
    audit: [],
    visits: [],
    impressions: [],
    shares: [],
    taps: [],
    calls: [],
    callers: [],
    recordings: [],
    proofs: [],
    orders: [],
    strays: [],
    values: new Map(),
    shopOrders: new Map(),
    refunds: [],
    limits: new Map(),
    forms: [],
    quiet: new Map(),
    facts: [],
    destinations: [],
    deliveries: [],
    healthcare: { counts: [], pages: [], openings: [] },
  };
}

/** Stops at a promise of ours that was broken: what a foreign key or row-level security does in the database. */
export function demand<Row>(row: Row | undefined, what: string): Row {
  if (row === undefined) throw new Error(`The account has no such ${what}.`);
  return row;
}
