import type { CallId } from "@ringtrail/core";
import type { SpamScore } from "@ringtrail/core/call-flow";
import type { Caller, CarrierConnection, NumberRoute } from "@ringtrail/core/ports";
import { carrierCan } from "@ringtrail/telephony";
import type { Deps } from "../deps.ts";

/** A call whose caller may be looked up. Its caller is kept already. */
export interface CallToLookUp {
  readonly route: NumberRoute;
  readonly connection: CarrierConnection;
  readonly call: CallId;
  readonly caller: Caller;
  readonly spam: SpamScore;
}

/**
 * Asks the carrier for the caller's name where the owner wants that and none came with the call. It costs money, so a
 * call that looks like spam is not looked up; and it runs behind the answer, so no caller waits for it.
 */
export async function lookUpCaller(deps: Deps, { route, connection, call, caller, spam }: CallToLookUp): Promise<void> {
  const { account, flow } = route;
  const { number, name } = caller;
  const isWanted = flow.lookUpCallers === true && number !== undefined && name === undefined;
  if (!isWanted || spam.advice === "challenge" || !carrierCan(connection, "look_up")) return;
  const found = await deps.carrierFor(connection).provider(connection).lookUpName(number);
  if (!found.ok) return void deps.log.info({ call, code: found.reason.code }, "a caller could not be looked up");
  if (found.value === undefined) return;
  await deps.care.nameCaller(account, call, found.value);
  deps.live.publish({ account, kind: "call_changed", call });
}
