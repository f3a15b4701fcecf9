import type { CarrierConnection, SiteDirectory } from "@ringtrail/core/ports";
import type { CarrierFault } from "@ringtrail/telephony";
import { sign } from "@ringtrail/telephony/twilio";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { fine, note, problem, type Finding } from "./finding.ts";
import { listRented } from "./list-rented.ts";

/** What the check of a connection needs. */
export interface ConnectionWorld {
  readonly directory: Pick<SiteDirectory, "allRoutes" | "connectionById">;
  readonly carrierFor: Deps["carrierFor"];
  /** Where carriers reach the running server; undefined when none was found there. */
  readonly reachedAt: string | undefined;
}

/** The problem a door answers with. */
const Refusal = z.object({ code: z.string() });

const check = "carrier";
const patienceMs = 5_000;

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
  const rented = await listRented(world.carrierFor(connection).provider(connection));
  if (!rented.ok) return [faultFound(name, rented.reason)];
  const answers = fine(check, `${name} answers and has ${rented.value.length} numbers.`);
  if (world.reachedAt === undefined) return [answers];
  const voice = `${world.reachedAt}/carriers/twilio/${connection.id}/voice`;
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
  return [
    answers,
    lead,
    await checkSignature(name, `${world.reachedAt}/carriers/twilio/${connection.id}`, connection.secret),
  ];
}

/**
 * A signed webhook without a call in it: the server that finds the signature right says that the call is missing, and
 * writes nothing. The query shows whether a proxy rewrites addresses.
 */
async function checkSignature(name: string, base: string, secret: string): Promise<Finding> {
  const url = `${base}/status?doctor=1&number=0`;
  const body = "Doctor=1";
  const headers = {
    "content-type": "application/x-www-form-urlencoded",
    "x-twilio-signature": sign(url, body, secret),
  };
  const refused = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(patienceMs) }).then(
    async (answer) => Refusal.safeParse(await answer.json()).data?.code,
    () => undefined,
  );
  if (refused === "body_invalid") return fine("signature", `A webhook signed for ${name} is believed.`);
  const fix = "Set PUBLIC_URL to the address the carrier asks, and let the proxy change neither path nor query.";
  return problem("signature", `A webhook signed for ${name} is refused (${refused ?? "no answer"}).`, fix);
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
