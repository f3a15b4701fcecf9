import type { Touch } from "../attribution/touch.ts";
import type { AccountId, ConnectionId, NumberId, PoolId, SiteId, TargetNumberId } from "../ids.ts";
import type { Slice } from "../number-pool/pool.ts";
import type { Texting } from "../page-reading.ts";
import type { E164 } from "../phone-number.ts";
import type { Result } from "../result.ts";
import type { Instant, Milliseconds } from "../time.ts";

/** What a tracking number is for. */
export type NumberPlace = { readonly site: SiteId; readonly target: TargetNumberId } & (
  | { readonly role: "pool"; readonly pool: PoolId; readonly slice: Slice }
  | { readonly role: "source"; readonly touch: Touch }
);

/** What a number costs a month, in the hundredth part of its currency (ISO 4217). */
export interface Rent {
  readonly cents: number;
  readonly currency: string;
}

/** A tracking number with its life at the carrier. */
export interface RentedNumber {
  readonly number: NumberId;
  readonly e164: E164;
  readonly connection: ConnectionId;
  readonly place: NumberPlace;
  /** The carrier's id of the number; undefined for one that was set up before we rented numbers. */
  readonly carrierRef: string | undefined;
  readonly rent: Rent | undefined;
  /** What may be sent to it besides calls, as its owner has marked it. */
  readonly takes: readonly Texting[];
  /** Set while it rests before it is given back: its calls still reach the business, and nobody is shown it. */
  readonly restsUntil: Instant | undefined;
  /** Set when it was given back: it leads nowhere any more and its calls are history. */
  readonly releasedAt: Instant | undefined;
}

/** A purchase on its way. It is written down before the carrier is asked, so that none is forgotten or made twice. */
export interface NumberOrder {
  /** A UUID. */
  readonly id: string;
  readonly connection: ConnectionId;
  readonly e164: E164;
  readonly place: NumberPlace;
  readonly rent: Rent | undefined;
  readonly askedAt: Instant;
}

/** What an account may spend and where its calls may go. */
export interface NumberLimits {
  /** Numbers in use and purchases on their way together. */
  readonly mostNumbers: number;
  /** Rent a month of all numbers in use together; a purchase that would pass it is refused. Undefined: none. */
  readonly mostRent?: Rent | undefined;
  /** Minutes of calls a month before owners are told; calls go on. Undefined: none. */
  readonly mostMinutes: number | undefined;
  /** How long a number rests before it is given back, in days. */
  readonly restDays: number;
  /** Countries calls may be forwarded to (ISO 3166); undefined: those of the account's own target numbers. */
  readonly countries: readonly string[] | undefined;
}

/** What every account starts with. */
export const usualLimits: NumberLimits = {
  mostNumbers: 50,
  mostMinutes: undefined,
  restDays: 30,
  countries: undefined,
};

/** The account has as many numbers as it allowed itself. */
export interface NumberLimitReached {
  readonly code: "number_limit_reached";
  readonly most: number;
}

/** The rent of all numbers together would pass what the account allows itself, or nobody knows what this one costs. */
export interface SpendLimitReached {
  readonly code: "spend_limit_reached";
  readonly most: Rent;
}

/** A number that people call although nobody is shown it. */
export interface StrayNumber {
  readonly e164: E164;
  readonly connection: ConnectionId;
  /**
   * `unknown`: it leads here and is none of the account's, or no longer. `resting`: it rests before it is given back.
   * `unvisited`: no visit was shown it for long; it may stand in a directory.
   */
  readonly why: "unknown" | "resting" | "unvisited";
  readonly calls: number;
  readonly lastAt: Instant;
}

/** Numbers as things that are rented, rest and are given back. */
export interface NumberStore {
  /** Every number the account has or had, by number. */
  rented(account: AccountId): Promise<readonly RentedNumber[]>;
  /**
   * Writes a purchase down. One for the same number that is still open is answered instead of a second one. Of orders
   * that come together no more are taken than the limit leaves room for.
   */
  openOrder(
    account: AccountId,
    order: NumberOrder,
  ): Promise<Result<NumberOrder, NumberLimitReached | SpendLimitReached>>;
  /** Closes an order: the number is ours, or will not be. */
  settleOrder(account: AccountId, id: string, outcome: "bought" | "failed", at: Instant): Promise<void>;
  /** Orders nobody has settled yet, oldest first. */
  openOrders(account: AccountId): Promise<readonly NumberOrder[]>;
  /** Keeps what the carrier calls a number and what it costs. */
  noteRent(
    account: AccountId,
    number: NumberId,
    rent: { readonly carrierRef: string; readonly rent: Rent | undefined },
  ): Promise<void>;
  /** Keeps what may be sent to a number besides calls. False when there is none in use. */
  markTakes(account: AccountId, number: NumberId, takes: readonly Texting[]): Promise<boolean>;
  /** Lets a number in use rest: nobody is shown it from now on. False when there is none in use. */
  rest(account: AccountId, number: NumberId, until: Instant): Promise<boolean>;
  /** Takes a resting number out of service for good. False when it does not rest. */
  release(account: AccountId, number: NumberId, at: Instant): Promise<boolean>;
  limits(account: AccountId): Promise<NumberLimits>;
  saveLimits(account: AccountId, limits: NumberLimits): Promise<void>;
  /** How long the account's calls since a moment lasted together. */
  calledMs(account: AccountId, since: Instant): Promise<Milliseconds>;
  /** Counts a call to a number that leads here and is none of the account's. Who called is not kept. */
  noteStray(
    account: AccountId,
    call: { readonly connection: ConnectionId; readonly e164: E164; readonly at: Instant },
  ): Promise<void>;
  /** Numbers that were called since a moment although nobody is shown them, most calls first. */
  strays(account: AccountId, since: Instant): Promise<readonly StrayNumber[]>;
}
