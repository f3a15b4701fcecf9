import { after, day, type AccountId, type CallId, type Instant } from "@ringtrail/core";
import type { CallPlan, PlannedText } from "@ringtrail/core/call-flow";
import type { CarrierConnection, NumberRoute } from "@ringtrail/core/ports";
import { carrierCan } from "@ringtrail/telephony";
import type { Deps } from "../deps.ts";

/** A call whose plan may want a text sent to its caller. */
export interface CallToText {
  readonly route: NumberRoute;
  readonly connection: CarrierConnection;
  readonly call: CallId;
  readonly plan: CallPlan;
}

/**
 * Writes down that a text is due and sends it behind the answer, where the carrier can: the caller on the line waits for
 * nothing. What was written down is what a program of the owner's may act on instead. A plan that is asked for again
 * sends nothing again.
 */
export async function textCaller(deps: Deps, { plan, ...about }: CallToText, at: Instant): Promise<void> {
  const { account } = about.route;
  for (const wanted of plan.texts ?? []) {
    const due = { kind: "text_due", at, key: wanted.step, step: wanted.step } as const;
    const { isNew } = await deps.calls.append(account, about.call, due);
    if (!isNew) continue;
    deps.live.publish({ account, kind: "call_changed", call: about.call });
    deps.background.start("text caller", () => send(deps, about, wanted));
  }
}

async function send(deps: Deps, about: Omit<CallToText, "plan">, { step, text }: PlannedText): Promise<void> {
  const { account, e164 } = about.route;
  const why = await sendOnce(deps, about, text);
  const told = why === undefined ? ({ kind: "texted" } as const) : ({ kind: "text_failed", why } as const);
  await deps.calls.append(account, about.call, { ...told, at: deps.now(), key: step });
  deps.live.publish({ account, kind: "call_changed", call: about.call });
  if (why !== undefined) deps.log.info({ call: about.call, number: e164.slice(-2), why }, "a text was not sent");
}

/** Answers why nothing was sent, or undefined. Who calls ten times a day gets one text. */
async function sendOnce(
  deps: Deps,
  { route, connection, call }: Omit<CallToText, "plan">,
  text: string,
): Promise<string | undefined> {
  const to = (await deps.care.caller(route.account, call))?.number;
  if (to === undefined) return "caller_withheld";
  if (!carrierCan(connection, "text")) return "carrier_cannot";
  if (await wasTextedLately(deps, route.account, call)) return "texted_lately";
  const sent = await deps.carrierFor(connection).provider(connection).sendText({ from: route.e164, to, text });
  return sent.ok ? undefined : sent.reason.code;
}

async function wasTextedLately(deps: Deps, account: AccountId, call: CallId): Promise<boolean> {
  const since = after(deps.now(), -day);
  const lately = (await deps.care.earlierCalls(account, call)).filter(({ at }) => at >= since);
  const earlier = await Promise.all(lately.map((one) => deps.calls.facts(account, one.call)));
  return earlier.some((one) => one?.state.text?.sentAt !== undefined);
}
