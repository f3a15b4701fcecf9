import type { AccountId, SiteId } from "../ids.ts";
import type { Result } from "../result.ts";
import type { Instant } from "../time.ts";
import type { CursorMalformed } from "./call-store.ts";
import type { Claim, ClaimedDelivery, Delivery, DeliveryPage, DeliveryQuery, Settled } from "./delivery.ts";
import type { FactKind, NewFact } from "./fact.ts";

/** Where facts are sent. `settings` are the kind's own; a secret is never among them. */
export interface Destination {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly isOn: boolean;
  /** The facts it wants. */
  readonly facts: readonly FactKind[];
  /** Undefined: every site's. */
  readonly site: SiteId | undefined;
  readonly settings: Readonly<Record<string, unknown>>;
  /** Failures in a row, and since when; 0 while all is well. */
  readonly failures: number;
  readonly failingSince: Instant | undefined;
  readonly createdAt: Instant;
}

/** When a person wants to hear nothing, in their own local time: `20:00` to `07:00` is a night. */
export interface QuietTimes {
  readonly from: string;
  readonly to: string;
  /** As IANA names it. */
  readonly timeZone: string;
}

/** What somebody may change of a destination. */
export type DestinationWish = Pick<Destination, "id" | "kind" | "name" | "isOn" | "facts" | "site" | "settings">;

/**
 * Destinations, the outbox and the deliveries. A fact and its deliveries are written in the transaction of what
 * happened, so neither is without the other. Deliveries of one subject to one destination go in the order of its facts.
 */
export interface DestinationStore {
  /** Keeps a destination in place of an earlier one of this id. A secret that is not given stays as it is. */
  saveDestination(account: AccountId, wish: DestinationWish, at: Instant, secret?: string): Promise<void>;
  /** By name. */
  destinations(account: AccountId): Promise<readonly Destination[]>;
  destination(account: AccountId, id: string): Promise<Destination | undefined>;
  /** With its deliveries. False when there was none. */
  removeDestination(account: AccountId, id: string): Promise<boolean>;
  /** The secrets in force at this instant, the newest first. */
  secretsOf(account: AccountId, id: string, now: Instant): Promise<readonly string[]>;
  /** The old secret stays in force until then. False when there is no such destination. */
  replaceSecret(account: AccountId, id: string, secret: string, oldUntil: Instant): Promise<boolean>;
  /** When the person with this mailbox wants to hear nothing, whichever destination leads there. */
  quietTimes(account: AccountId, mailbox: string): Promise<QuietTimes | undefined>;
  /** Keeps them in place of earlier ones; undefined: at any time. A mailbox is the same in capitals. */
  saveQuietTimes(account: AccountId, mailbox: string, quiet: QuietTimes | undefined): Promise<void>;
  /** Tells a fact the store does not see by itself. False when it was known. */
  noteFact(account: AccountId, fact: NewFact): Promise<boolean>;
  /** Accounts with something due, in no order, and when the next thing is due that is not. */
  due(now: Instant): Promise<{ readonly accounts: readonly AccountId[]; readonly nextAt: Instant | undefined }>;
  claim(account: AccountId, claim: Claim): Promise<readonly ClaimedDelivery[]>;
  settle(account: AccountId, now: Instant, settled: readonly Settled[]): Promise<void>;
  deliveries(account: AccountId, query: DeliveryQuery): Promise<Result<DeliveryPage, CursorMalformed>>;
  delivery(account: AccountId, id: string): Promise<Delivery | undefined>;
  /** Sends a delivery's fact to its destination once more. False when there is no such delivery. */
  replayDelivery(account: AccountId, id: string, now: Instant): Promise<boolean>;
  /** Sends the facts a destination wants from the start on and before the end. Answers how many. */
  replayPeriod(
    account: AccountId,
    destination: string,
    period: { readonly from: Instant; readonly before: Instant },
    now: Instant,
  ): Promise<number>;
  /** Sends this destination alone a fact of the kind `test`. Answers the delivery's id. */
  sendTest(account: AccountId, destination: string, now: Instant): Promise<string | undefined>;
  /** Forgets facts that happened earlier, with their deliveries. Answers how many. */
  forgetFacts(account: AccountId, before: Instant): Promise<number>;
}
