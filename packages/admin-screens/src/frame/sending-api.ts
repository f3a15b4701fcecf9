import type { Client } from "@ringtrail/api-contract";

/** The part of the API by which an owner says where events are sent, and sees what came of it. */
export type DestinationsApi = Pick<
  Client,
  | "sites"
  | "destinations"
  | "createDestination"
  | "saveDestination"
  | "removeDestination"
  | "replaceDestinationSecret"
  | "testDestination"
  | "deliveries"
  | "delivery"
  | "replayDelivery"
  | "replayDeliveries"
  | "quietHours"
  | "setQuietHours"
  | "removeQuietHours"
>;

/** The part of the API by which an owner says which ad platforms hear of calls, and sees what they know. */
export type AdsApi = Pick<Client, "sites" | "adPlatforms" | "saveAdPlatform" | "removeAdPlatform" | "conversions">;
