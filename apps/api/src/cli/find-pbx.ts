import { parseId, type AccountId, type ConnectionId } from "@ringtrail/core";
import { demandsNotice, type CallFlow } from "@ringtrail/core/call-flow";
import type { Stores } from "@ringtrail/database";
import type { AsteriskSetup } from "@ringtrail/telephony/asterisk";
import { CommandFailure } from "./output.ts";
import { readCliSettings } from "./read-cli-settings.ts";

/** What a PBX's configuration takes from the database and the settings. */
export interface Pbx extends Pick<AsteriskSetup, "baseUrl" | "secret" | "ariUser" | "routes"> {
  readonly account: AccountId;
  readonly flows: readonly CallFlow[];
}

/** Loads a PBX's connection and its numbers. @throws CommandFailure. */
export async function findPbx({ directory }: Pick<Stores, "directory">, text: string): Promise<Pbx> {
  const { publicUrl } = readCliSettings();
  if (publicUrl === undefined) {
    throw new CommandFailure(
      "public_url_missing",
      "The PBX must be told where to ask, and PUBLIC_URL is not set.",
      "Set PUBLIC_URL to the address at which the PBX reaches this server.",
    );
  }
  const id = parseId<ConnectionId>(text);
  const connection = id.ok ? await directory.connectionById(id.value) : undefined;
  if (connection?.carrier !== "asterisk") {
    throw new CommandFailure(
      "connection_unknown",
      "There is no such connection to a PBX.",
      "Make one with: ringtrail asterisk connect.",
    );
  }
  const routes = (await directory.allRoutes()).filter((route) => route.connection === connection.id);
  return {
    baseUrl: `${publicUrl}/carriers/asterisk/${connection.id}`,
    account: connection.account,
    secret: connection.secret,
    ariUser: connection.carrierAccount,
    flows: routes.map(({ flow }) => flow),
    routes: routes.map(({ e164, flow }) => ({
      number: e164,
      destination: flow.destination,
      ...(demandsNotice(flow) ? { notice: flow.announcement } : {}),
    })),
  };
}
