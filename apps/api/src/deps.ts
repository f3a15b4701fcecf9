import type { Instant } from "@ringtrail/core";
import type { RefusedRuleSet, RuleSet } from "@ringtrail/core/consent";
import type {
  AccountStore,
  CallStore,
  CareStore,
  ConversionStore,
  CarrierConnection,
  DestinationStore,
  FormStore,
  HealthcareStore,
  IdempotencyStore,
  MoneyStore,
  NumberStore,
  OrderStore,
  OtherTrackerStore,
  OverviewStore,
  ParameterStore,
  PoolStore,
  ProofStore,
  RecordingVault,
  ShopStore,
  SiteDirectory,
  SoundStore,
  VisitStore,
} from "@ringtrail/core/ports";
import type { OpenExport } from "@ringtrail/database";
import type { Send, SendMail } from "@ringtrail/destinations";
import type { Carrier } from "@ringtrail/telephony";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Background } from "./background.ts";
import type { JobQueue } from "./jobs/job-queue.ts";
import type { OverrideBook } from "./law/override-book.ts";
import type { LiveBus } from "./live/live-bus.ts";
import type { Log } from "./log.ts";
import type { PbxWatch } from "./pbx/watch-pbxs.ts";
import type { VisitorPlaces } from "./places/visitor-places.ts";
import type { ServerSecrets } from "./secrets.ts";
import type { RouteSnapshot } from "./survival/route-snapshot.ts";
import type { ShopifyApp } from "./shopify/shopify-app.ts";
import type { Spool } from "./survival/spool.ts";

/** The stores behind the core's ports. Memory in fast tests, PostgreSQL otherwise. */
export interface Stores {
  readonly accounts: AccountStore;
  readonly directory: SiteDirectory;
  readonly pools: PoolStore;
  readonly numbers: NumberStore;
  readonly visits: VisitStore;
  readonly calls: CallStore;
  readonly care: CareStore;
  readonly vault: RecordingVault;
  readonly proofs: ProofStore;
  readonly idempotency: IdempotencyStore;
  readonly parameters: ParameterStore;
  readonly money: MoneyStore;
  readonly overviews: OverviewStore;
  readonly orders: OrderStore;
  readonly shops: ShopStore;
  readonly otherTrackers: OtherTrackerStore;
  readonly conversions: ConversionStore;
  readonly sounds: SoundStore;
  readonly destinations: DestinationStore;
  readonly forms: FormStore;
  readonly healthcare: HealthcareStore;
}

/** What the server knows of itself. */
export interface ServerFacts {
  readonly version: string;
  /** Where the world reaches us, without a trailing slash. Signatures and callback URLs are made with it. */
  readonly publicUrl: string;
  /** Where carriers ask while we are dead, without a trailing slash; our own address when no static host is set up. */
  readonly fallbackUrl: string;
  /** Addresses or networks (CIDR) of proxies whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  /** Where files live that the database does not keep: route snapshot, spool, fallback documents. */
  readonly dataFolder: string;
  readonly served: ServedFolders;
  /** Whether new passwords are looked up among leaked ones, at a service of others. */
  readonly checksLeaks?: boolean;
  /** Whom to tell of a weakness of this server: a `mailto:` or `https:` address. */
  readonly securityContact?: string | undefined;
  /** Whether events may go to machines of the owner's own network. */
  readonly mayReachPrivate: boolean;
}

/** Folders of built files the server hands out; undefined when one was not built. */
export interface ServedFolders {
  readonly snippet: string | undefined;
  readonly console: string | undefined;
  readonly demo: string | undefined;
  /** The demo's Shopify shop: our theme, rendered. */
  readonly theme?: string | undefined;
  /** The merchant's page inside Shopify's admin. */
  readonly merchant: string | undefined;
}

/** Everything the app needs from the world. Tests pass memory versions; `main.ts` passes the real ones. */
export interface Deps extends Stores {
  readonly now: () => Instant;
  /** Makes a UUIDv7. */
  readonly newId: <Id extends string>() => Id;
  readonly log: Log;
  readonly server: ServerFacts;
  readonly secrets: ServerSecrets;
  /** The way mails leave; undefined: none is set up. */
  readonly sendMail?: SendMail | undefined;
  readonly live: LiveBus;
  /** The way to servers of others, which reaches no private network unless the owner of this one says so. */
  readonly send: Send;
  readonly background: Background;
  /** The carrier of a connection: pure but for its `provider`. */
  readonly carrierFor: (connection: Pick<CarrierConnection, "carrier">) => Carrier;
  readonly snapshot: RouteSnapshot;
  readonly spool: Spool;
  readonly jobs: JobQueue;
  /** The law as data; undefined when it could not be loaded, and then every call is announced. */
  readonly law: RuleSet | undefined;
  /** Why the law that was meant to be in force is not. The health page says so. */
  readonly lawRefused?: RefusedRuleSet | undefined;
  /** Our app at Shopify; undefined when the owner has made none. */
  readonly shopify: ShopifyApp | undefined;
  /** What of the law the owner answers otherwise. */
  readonly overrides: OverrideBook;
  /** Where visitors are, as far as anybody knows. */
  readonly places: VisitorPlaces;
  /** Asks the database for a sign of life; never throws and never waits long. */
  readonly isDatabaseUp: () => Promise<boolean>;
  /** How every PBX of an owner's is, as far as a watch knows. */
  readonly pbxs: PbxWatch["sights"];
  /** Opens an account as it is at one instant; undefined in tests on memory. */
  readonly openExport?: OpenExport | undefined;
  /** The database for the auth library's own tables; undefined in tests on memory. */
  readonly authDatabase: PostgresJsDatabase | undefined;
}
