import type { CarrierConnection, SiteDirectory } from "@ringtrail/core/ports";
import type { CarrierFault } from "@ringtrail/telephony";
import { sign } from "@ringtrail/telephony/twilio";
import { doorOf } from "../carriers/number-addresses.ts";
import type { Deps } from "../deps.ts";
import { checkPbx } from "./check-pbx.ts";
import { checkSignature } from "./check-signature.ts";
import { fine, note, problem, type Finding } from "./finding.ts";
import { listRented } from "./list-rented.ts";

/** What the check of a connection needs. */
export interface ConnectionWorld {
  readonly directory: Pick<SiteDirectory, "allRoutes" | "connectionById">;
  readonly carrierFor: Deps["carrierFor"];
  /** Where carriers reach the running server; undefined when none was found there. */
  readonly reachedAt: string | undefined;
}

const check = "carrier";

/** Every carrier connection: its API answers, its numbers lead here, and a webhook signed with its secret is believed. */
export async function checkConnections(world: ConnectionWorld): Promise<readonly Finding[]> {
  const ids = new Set((await world.directory.allRoutes()).map(({ connection }) => connection));
  const connections = await Promise.all([...ids].map((id) => world.directory.connectionById(id)));
  const known = connections.filter((connection) => connection !== undefined);
  if (known.length === 0) return [note(check, "No carrier is connected yet.")];
  return (await Promise.all(known.map((connection) => checkConnection(world, connection)))).flat();
}

async function checkConnection(world: ConnectionWorld, connection: CarrierConnection): Promise<readonly Finding[]> {
  const name = `${connection.carrier} ${connection.id.slice(0, 8)}`;
  if (connection.carrier === "fake" && world.reachedAt === undefined) {
    return [note(check, "The demo's fake carrier runs while the server does.")];
  }
  const carrier = world.carrierFor(connection);
  if (carrier.isOwnPbx === true) return checkPbx(name, connection, carrier.provider(connection), world.reachedAt);
  const rented = await listRented(carrier.provider(connection));
  if (!rented.ok) return [faultFound(name, rented.reason)];
  const answers = fine(check, `${name} answers and has ${rented.value.length} numbers.`);
  if (world.reachedAt === undefined) return [answers];
  const door = `${world.reachedAt}/carriers/${doorOf(connection)}/${connection.id}`;
  const voice = `${door}/voice`;
  // Behind the # stand limits for the carrier, which are no part of the address.
  const elsewhere = rented.value.filter(({ voiceUrl }) => voiceUrl?.split("#")[0] !== voice).length;
  const lead =
    elsewhere === 0
      ? fine("numbers", `All ${rented.value.length} numbers of ${name} ring at ${world.reachedAt}.`)
      : problem(
          "numbers",
          `${elsewhere} of ${rented.value.length} numbers of ${name} ring elsewhere.`,
          `Set their voice webhook to ${voice}.`,
        );
  if (doorOf(connection) !== "twilio") {
    const says = `${name} signs with a key that only it has: the next call shows that its webhooks are believed.`;
    return [answers, lead, note("signature", says)];
  }
  const signed = (url: string, body: string) => ({
    body,
    headers: { "x-twilio-signature": sign(url, body, connection.secret) },
  });
  return [answers, lead, await checkSignature(name, door, signed)];
}

function faultFound(name: string, fault: CarrierFault): Finding {
  switch (fault.code) {
    case "carrier_unreachable":
      return problem(
        check,
        `${name} does not answer (${fault.cause}).`,
        "Check this machine's way to the internet. Calls go on, unrecorded.",
      );
    case "carrier_keys_refused":
      return problem(
        check,
        `${name} refuses our keys.`,
        "Enter the account id and the auth token of the carrier's console again.",
      );
    case "carrier_busy":
    case "carrier_unsure":
      return problem(check, `${name} is asked too often.`, "Wait a minute and run the doctor again.");
    case "carrier_unknown_thing":
      return problem(check, `${name} does not know the account.`, "Check the account id in the carrier's console.");
    case "carrier_refused":
      return problem(
        check,
        `${name} refuses (${fault.status}, ${fault.carrierCode ?? "no code"}).`,
        "Look the code up in the carrier's documents.",
      );
  }
}
