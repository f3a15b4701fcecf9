import type { AccountId, Instant } from "@ringtrail/core";
import type { Destination, Fact } from "@ringtrail/core/ports";
import type { Outcome } from "@ringtrail/destinations";

/** One fact on its way to one destination. */
export interface DeliveryToMake {
  readonly account: AccountId;
  readonly destination: Destination;
  readonly fact: Fact;
  /** The newest first. */
  readonly secrets: readonly string[];
  readonly at: Instant;
}

/** Maps a fact to what a kind of destination says and sends it once. What it throws counts as a failure of ours. */
export type DeliverTo = (delivery: DeliveryToMake) => Promise<Outcome>;

/** How each kind of destination is delivered to. */
export type DeliveryKinds = ReadonlyMap<string, DeliverTo>;
