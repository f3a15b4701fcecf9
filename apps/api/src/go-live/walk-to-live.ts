import type { E164, Milliseconds } from "@ringtrail/core";
import type { CallStore, CarrierConnection } from "@ringtrail/core/ports";
import type { Desk } from "../cli/numbers/number-desk.ts";
import type { ServerAnswer } from "../doctor/ask-server.ts";
import { checkFallback } from "../survival/check-fallbacks.ts";
import { checkHttps, checkPublicAddress } from "./check-address.ts";
import { checkCarrier, type CarrierKeys } from "./check-carrier.ts";
import { done, failed, type Step } from "./step.ts";
import { takeNumber, type NumberWish } from "./take-number.ts";
import { waitForCall } from "./wait-for-call.ts";

/** What the walk needs. */
export interface Walk {
  readonly desk: Desk;
  readonly calls: Pick<CallStore, "list">;
  readonly publicUrl: string | undefined;
  /** Asks the server at the address how it sees the request. */
  readonly ask: (publicUrl: string) => Promise<ServerAnswer>;
  readonly keys: CarrierKeys;
  readonly wish: NumberWish;
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
  const number = await takeNumber(desk, carrier.connection, walk.wish);
  if (!take(number.step) || number.number === undefined) return steps;
  if (!take(await checkOwnFallback(desk, carrier.connection, number.number.e164))) return steps;
  walk.tell(`Call ${number.number.e164} now from any phone, and let the business answer.`);
  const { number: id, e164 } = number.number;
  const since = desk.world.now();
  take(await waitForCall(walk.calls, { account: desk.account, number: id, e164, since, waitMs: walk.waitMs }));
  return steps;
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
