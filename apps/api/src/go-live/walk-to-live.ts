import type { E164, Milliseconds } from "@ringtrail/core";
import type { CallStore, CarrierConnection, RentedNumber } from "@ringtrail/core/ports";
import { findPurpose } from "../cli/numbers/find-purpose.ts";
import type { Desk } from "../cli/numbers/number-desk.ts";
import { CommandFailure } from "../cli/output.ts";
import type { ServerAnswer } from "../doctor/ask-server.ts";
import { findPlace } from "../numbers/find-place.ts";
import { importNumber } from "../numbers/import-number.ts";
import { checkFallback } from "../survival/check-fallbacks.ts";
import { checkHttps, checkPublicAddress } from "./check-address.ts";
import { checkCarrier, type CarrierKeys } from "./check-carrier.ts";
import { done, failed, type Step } from "./step.ts";
import { waitForCall } from "./wait-for-call.ts";

/** What the walk needs. */
export interface Walk {
  readonly desk: Desk;
  readonly calls: Pick<CallStore, "list">;
  readonly publicUrl: string | undefined;
  /** Asks the server at the address how it sees the request. */
  readonly ask: (publicUrl: string) => Promise<ServerAnswer>;
  readonly keys: CarrierKeys;
  /** A number to import; undefined takes one that is in use already. */
  readonly number: E164 | undefined;
  readonly waitMs: Milliseconds;
  /** Tells the person what to do now. */
  readonly tell: (line: string) => void;
}

/** Walks from the fake carrier to the first real call. Stops at the first step that fails, because the next need it. */
export async function walkToLive(walk: Walk): Promise<readonly Step[]> {
  const { desk, keys, publicUrl } = walk;
  const isFake = keys.carrier === "fake";
  const steps: Step[] = [];
  /** True when the walk goes on. */
  const take = (step: Step): boolean => {
    steps.push(step);
    return step.state === "ok";
  };
  if (!take(checkPublicAddress(publicUrl, isFake)) || publicUrl === undefined) return steps;
  if (!take(checkHttps(publicUrl, await walk.ask(publicUrl), isFake))) return steps;
  const carrier = await checkCarrier(desk, keys);
  if (!take(carrier.step) || carrier.connection === undefined) return steps;
  const number = await takeNumber(desk, carrier.connection, walk.number);
  if (!take(number.step) || number.number === undefined) return steps;
  if (!take(await checkOwnFallback(desk, carrier.connection, number.number.e164))) return steps;
  walk.tell(`Call ${number.number.e164} now from any phone, and let the business answer.`);
  const { number: id, e164 } = number.number;
  const since = desk.world.now();
  take(await waitForCall(walk.calls, { account: desk.account, number: id, e164, since, waitMs: walk.waitMs }));
  return steps;
}

async function takeNumber(
  desk: Desk,
  connection: CarrierConnection,
  wanted: E164 | undefined,
): Promise<{ readonly step: Step; readonly number?: RentedNumber }> {
  const { world, account } = desk;
  const own = (await world.numbers.rented(account)).filter(
    (one) => one.connection === connection.id && one.restsUntil === undefined,
  );
  const has = own.find(({ e164 }) => wanted === undefined || e164 === wanted);
  if (has !== undefined) return { step: done("number", `${has.e164} is in use.`), number: has };
  const fix = "Rent one (ringtrail numbers search, then buy), or name one of the carrier's account with --number.";
  if (wanted === undefined) return { step: failed("number", "This account has no number at the carrier yet.", fix) };
  try {
    const place = await findPlace(world, account, await findPurpose(desk, {}), wanted);
    if (!place.ok) return { step: failed("number", "There is no pool the number could join.", fix) };
    const order = { account, connection, e164: wanted, place: place.value, rent: undefined, actor: "cli" };
    const imported = await importNumber(world, order);
    if (imported.ok) return { step: done("number", `${wanted} was imported and rings here.`), number: imported.value };
    return { step: failed("number", `${wanted} could not be imported (${imported.reason.code}).`, fix) };
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    return { step: failed("number", error.message, error.fix) };
  }
}

async function checkOwnFallback({ world }: Desk, connection: CarrierConnection, e164: E164): Promise<Step> {
  const route = await world.directory.routeByNumber(connection.id, e164);
  const { fallbackUrl, publicUrl } = world.server;
  const guide =
    "Run ringtrail fallback export, put the folder on another host, set FALLBACK_URL (docs/guides/fallback.md).";
  if (route === undefined) return failed("fallback", `${e164} leads nowhere.`, guide);
  if (fallbackUrl === publicUrl && connection.carrier !== "fake") {
    return failed("fallback", "The fallback would come from this server, which is what it is there to replace.", guide);
  }
  const { state } = await checkFallback(world, connection, route);
  if (state === "right")
    return done("fallback", `While this server is dead, ${new URL(fallbackUrl).host} sends callers on.`);
  if (state === "get_only") {
    const says = `${new URL(fallbackUrl).host} refuses POST, and POST is how ${connection.carrier} asks for a fallback.`;
    return failed("fallback", says, "Let the host answer POST with the file as well (docs/guides/fallback.md).");
  }
  return failed("fallback", `The fallback document of ${e164} is ${state}.`, guide);
}
