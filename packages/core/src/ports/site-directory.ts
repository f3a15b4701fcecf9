import type { AccountId, ConnectionId, NumberId, PoolId, SiteId, TargetNumberId } from "../ids.ts";
import type { Regime } from "../consent/answer.ts";
import type { NumberPool } from "../number-pool/pool.ts";
import type { Touch } from "../attribution/touch.ts";
import type { PageGroup } from "../healthcare/page-groups.ts";
import type { CallFlow } from "../call-flow/call-flow.ts";
import type { Texting } from "../page-reading.ts";
import type { E164 } from "../phone-number.ts";

/** A number of the business as it stands on its pages. */
export interface TargetNumber {
  readonly id: TargetNumberId;
  readonly e164: E164;
  /** Empty for a site in healthcare mode: it names a specialist or a ward, and `CareStore.targetLabels` tells it. */
  readonly label: string;
}

/** A number that stands for one source and needs no visitor. */
export interface SourceNumber {
  readonly number: NumberId;
  readonly e164: E164;
  readonly target: TargetNumberId;
  /** What a call on it says: channel, source, medium. */
  readonly touch: Touch;
}

/** A tracking number that takes more than calls. */
export interface TextingNumber {
  readonly number: NumberId;
  readonly takes: readonly Texting[];
}

/** A site with everything the public doors need; small enough to cache. */
export interface SiteSettings {
  readonly account: AccountId;
  readonly site: SiteId;
  readonly key: string;
  readonly name: string;
  /** Origins that may use the site's key, as `https://host[:port]`. */
  readonly origins: readonly string[];
  /** The regime the owner declared, used where the visitor's place says nothing stricter. */
  readonly regime: Regime;
  readonly targets: readonly TargetNumber[];
  readonly sources: readonly SourceNumber[];
  /** Numbers in use that take more than calls: links that write may lead to them. */
  readonly texting: readonly TextingNumber[];
  /** None for a site in healthcare mode: a number of one's own would tie a visit to who calls it. */
  readonly pools: readonly NumberPool[];
  readonly isHealthcare?: true | undefined;
  /** In healthcare mode: the pages that may be told of, by the name of their group. */
  readonly pageGroups?: readonly PageGroup[] | undefined;
}

/** Where a ringing number leads. */
export interface NumberRoute {
  readonly account: AccountId;
  readonly connection: ConnectionId;
  readonly number: NumberId;
  readonly e164: E164;
  readonly site: SiteId;
  readonly pool: PoolId | undefined;
  /** True while the number rests before it is given back: nobody is shown it any more. */
  readonly isResting?: true | undefined;
  /** Set when the number stands for one source. */
  readonly sourceTouch: Touch | undefined;
  readonly flow: CallFlow;
  /** Places the business handles calls from, as ISO 3166 codes (`US-TX`). */
  readonly businessPlaces: readonly string[];
}

/** One set of carrier keys, found before any account is known: it answers which account a webhook belongs to. */
export interface CarrierConnection {
  readonly id: ConnectionId;
  readonly account: AccountId;
  readonly carrier: "twilio" | "telnyx" | "fake" | "asterisk";
  /** The carrier's account id (Twilio: `AC...`; one's own Asterisk: its ARI user). */
  readonly carrierAccount: string;
  /** The carrier's secret, which signs webhooks. Never logged. */
  readonly secret: string;
  /** Where the carrier's REST API answers (one's own Asterisk: its HTTP server). */
  readonly apiBase: string;
}

/** The look-ups that come before an account is known. Each is one indexed read. */
export interface SiteDirectory {
  siteByKey(key: string): Promise<SiteSettings | undefined>;
  /** The account's sites by name. */
  sitesOf(account: AccountId): Promise<readonly SiteSettings[]>;
  connectionById(id: ConnectionId): Promise<CarrierConnection | undefined>;
  routeByNumber(connection: ConnectionId, dialled: E164): Promise<NumberRoute | undefined>;
  /** Every route of every connection: the snapshot that answers calls while the database is gone. */
  allRoutes(): Promise<readonly NumberRoute[]>;
}
