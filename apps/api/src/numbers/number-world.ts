import type { AccountId, ConnectionId, Result } from "@ringtrail/core";
import { err, ok } from "@ringtrail/core";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierFault } from "@ringtrail/telephony";
import type { AddressGround } from "../carriers/number-addresses.ts";
import type { Deps } from "../deps.ts";

/** What renting and forwarding numbers needs; the command line brings the same without a running server. */
export type NumberWorld = Pick<
  Deps,
  "accounts" | "directory" | "numbers" | "pools" | "carrierFor" | "now" | "newId" | "log"
> &
  AddressGround & {
    /** Lets the running server know of a change at once; elsewhere it notices by itself within half a minute. */
    readonly snapshot: { refresh(): Promise<void> };
  };

/** Why the carrier's side of it did not come about. */
export type CarrierRefused =
  | { readonly code: "carrier_unreachable" }
  | { readonly code: "carrier_keys_refused" }
  | { readonly code: "carrier_refused"; readonly carrierCode: number | undefined };

/** A carrier's fault as the one who asked is told. */
export function refusedBy(fault: CarrierFault): CarrierRefused {
  switch (fault.code) {
    case "carrier_keys_refused":
      return { code: "carrier_keys_refused" };
    case "carrier_refused":
      return { code: "carrier_refused", carrierCode: fault.carrierCode };
    case "carrier_unknown_thing":
      return { code: "carrier_refused", carrierCode: undefined };
    case "carrier_unreachable":
    case "carrier_busy":
    case "carrier_unsure":
      return { code: "carrier_unreachable" };
  }
}

/** The connection that is meant: the one that is named, or the only one the account has. */
export async function chooseConnection(
  { accounts, directory }: Pick<NumberWorld, "accounts" | "directory">,
  account: AccountId,
  id: ConnectionId | undefined,
): Promise<Result<CarrierConnection, { readonly code: "connection_unknown" }>> {
  const own = await accounts.connectionsOf(account);
  const chosen = id === undefined && own.length === 1 ? own[0] : own.find((connection) => connection.id === id);
  const connection = chosen && (await directory.connectionById(chosen.id));
  return connection === undefined ? err({ code: "connection_unknown" }) : ok(connection);
}
