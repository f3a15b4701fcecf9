import type { CarrierConnection } from "@ringtrail/core/ports";
import type { CarrierFault } from "@ringtrail/telephony";
import type { Desk } from "../cli/numbers/number-desk.ts";
import { done, failed, type Step } from "./step.ts";

/** Which carrier, and its keys where they are not stored yet. */
export interface CarrierKeys {
  readonly carrier: string;
  readonly account: string | undefined;
  readonly secret: string | undefined;
}

const apiBases: Readonly<Record<string, string>> = {
  twilio: "https://api.twilio.com",
  telnyx: "https://api.telnyx.com",
};

/** The carrier answers to the keys; new ones are stored, sealed, once they are known to work. */
export async function checkCarrier(
  { world, account }: Desk,
  keys: CarrierKeys,
): Promise<{ readonly step: Step; readonly connection?: CarrierConnection }> {
  const stored = (await world.accounts.connectionsOf(account)).find(({ carrier }) => carrier === keys.carrier);
  const known = stored && (await world.directory.connectionById(stored.id));
  const given = newConnection(account, keys);
  const candidate = given ?? known;
  if (candidate === undefined) {
    const fix =
      "Set CARRIER_ACCOUNT and CARRIER_SECRET from the carrier's console (docs/guides/deploy.md) and try again.";
    return { step: failed("carrier_keys", `There are no keys for ${keys.carrier} yet.`, fix) };
  }
  const asked = await world.carrierFor(candidate).provider(candidate).listNumbers(undefined);
  if (!asked.ok) return { step: faultStep(keys.carrier, asked.reason) };
  const id = given === undefined ? known?.id : await world.accounts.saveConnection(given);
  const connection = id && (await world.directory.connectionById(id));
  const step = done("carrier_keys", `${keys.carrier} answers to the keys.`);
  return connection === undefined
    ? { step: faultStep(keys.carrier, { code: "carrier_unknown_thing" }) }
    : { step, connection };
}

function newConnection(
  account: CarrierConnection["account"],
  keys: CarrierKeys,
): Omit<CarrierConnection, "id"> | undefined {
  const { carrier, account: carrierAccount, secret } = keys;
  const apiBase = apiBases[carrier];
  if (carrierAccount === undefined || secret === undefined || apiBase === undefined) return undefined;
  if (carrier !== "twilio" && carrier !== "telnyx") return undefined;
  return { account, carrier, carrierAccount, secret, apiBase };
}

function faultStep(carrier: string, fault: CarrierFault): Step {
  switch (fault.code) {
    case "carrier_keys_refused":
    case "carrier_unknown_thing":
      return failed(
        "carrier_keys",
        `${carrier} refuses the keys.`,
        "Copy account id and secret from the carrier's console again; a sub-account has its own.",
      );
    case "carrier_refused":
      return failed(
        "carrier_keys",
        `${carrier} refuses (${fault.status}).`,
        "See the carrier's console: the account may be suspended.",
      );
    case "carrier_unreachable":
    case "carrier_busy":
    case "carrier_unsure":
      return failed(
        "carrier_keys",
        `${carrier} does not answer.`,
        "Check this machine's way to the internet and try again.",
      );
  }
}
