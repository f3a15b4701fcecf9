import type { CarrierList } from "@ringtrail/api-contract";
import type { AccountId } from "@ringtrail/core";
import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierFault } from "@ringtrail/telephony";
import type { Deps } from "../deps.ts";
import { listRented } from "../doctor/list-rented.ts";
import { doorOf } from "./number-addresses.ts";

type Shown = CarrierList["carriers"][number]["connections"][number];

/** What an owner can connect, in the order of the carriers' table. */
const carriers = ["twilio", "telnyx", "asterisk", "fake"] as const;

/** Every carrier with the account's connections to it, each asked just now. The demo's own is listed only where it is used. */
export async function lookAtCarriers(deps: Deps, account: AccountId): Promise<CarrierList> {
  const connections = await deps.accounts.connectionsOf(account);
  const routes = await deps.directory.allRoutes();
  const shown = await Promise.all(
    connections.map(async ({ id, carrier }) => {
      const connection = await deps.directory.connectionById(id);
      const numbers = routes.filter((route) => route.connection === id && route.account === account).length;
      return connection === undefined ? undefined : { carrier, shown: await lookAt(deps, connection, numbers) };
    }),
  );
  const { publicUrl } = deps.server;
  return {
    carriers: carriers
      .map((carrier) => ({
        carrier,
        connections: shown.flatMap((one) => (one?.carrier === carrier ? [one.shown] : [])),
      }))
      .filter(({ carrier, connections: of }) => carrier !== "fake" || of.length > 0),
    reachedAt: publicUrl,
    isReachable: publicUrl.startsWith("https:") && !/^https:\/\/(localhost|127\.|\[::1\])/.test(publicUrl),
  };
}

async function lookAt({ carrierFor, server }: Deps, connection: CarrierConnection, numbers: number): Promise<Shown> {
  const about = { id: connection.id, account: connection.carrierAccount.slice(-4), numbers };
  const carrier = carrierFor(connection);
  const rented = await listRented(carrier.provider(connection));
  if (!rented.ok) return { ...about, state: stateOf(rented.reason), elsewhere: 0 };
  if (carrier.isOwnPbx === true) return { ...about, state: "answers", elsewhere: 0 };
  const here = `${server.publicUrl}/carriers/${doorOf(connection)}/${connection.id}/voice`;
  // Behind the # stand limits for the carrier, which are no part of the address.
  const elsewhere = rented.value.filter(({ voiceUrl }) => voiceUrl?.split("#")[0] !== here).length;
  return { ...about, state: "answers", elsewhere };
}

function stateOf({ code }: CarrierFault): Shown["state"] {
  switch (code) {
    case "carrier_unreachable":
      return "unreachable";
    case "carrier_keys_refused":
    case "carrier_unknown_thing":
      return "keys_refused";
    case "carrier_busy":
    case "carrier_unsure":
      return "busy";
    case "carrier_refused":
      return "refused";
  }
}
