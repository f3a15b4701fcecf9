import { err, ok, type AccountId, type CallId, type Instant, type Milliseconds, type Result } from "@ringtrail/core";
import { mayBreakGlass, type GlassRefused } from "@ringtrail/core/healthcare";
import type { GlassSight } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";

/** Somebody who asks, with the role they have in the account. */
export interface GlassAsker {
  readonly account: AccountId;
  readonly who: string;
  readonly role: string;
}

type Ground = Pick<Deps, "accounts" | "directory" | "healthcare" | "now" | "newId">;

/**
 * Breaks the glass: writes down who, as what, why and for how long, and only then opens. The owners are told wherever
 * they hear of notices.
 */
export async function openGlass(
  deps: Ground,
  { account, who, role }: GlassAsker,
  { reason, lengthMs }: { readonly reason: string; readonly lengthMs: Milliseconds },
): Promise<Result<{ readonly id: string; readonly until: Instant; readonly needsSecond: boolean }, GlassRefused>> {
  const needsSecondPerson = await wantsSecondPerson(deps, account);
  const opening = mayBreakGlass({ who, role, reason, lengthMs }, { needsSecondPerson });
  if (!opening.ok) return opening;
  const id = deps.newId<string>();
  const facts = { role, reason: opening.value.reason, lengthMs, needsSecond: needsSecondPerson, tell: "owners" };
  await log(deps, account, { actor: who, action: "glass.asked", object: id, facts });
  const { until } = await deps.healthcare.openGlass(account, id, opening.value);
  return ok({ id, until, needsSecond: needsSecondPerson });
}

/** A second person agrees, and stands in the log for it. */
export async function agreeToGlass(
  deps: Ground,
  { account, who, role }: GlassAsker,
  id: string,
): Promise<Result<undefined, GlassRefused | { readonly code: "glass_not_to_agree" }>> {
  const may = mayBreakGlass({ who, role, reason: "agrees to another's opening", lengthMs: 1 });
  if (!may.ok) return may;
  await log(deps, account, { actor: who, action: "glass.agreed", object: id, facts: { role } });
  const agreed = await deps.healthcare.agreeToGlass(account, id, who);
  return agreed ? ok(undefined) : err({ code: "glass_not_to_agree" });
}

/** Looks at one call. The log tells of the look before anything is seen. */
export async function lookThroughGlass(
  deps: Ground,
  { account, who }: Pick<GlassAsker, "account" | "who">,
  { id, call }: { readonly id: string; readonly call: CallId },
): Promise<Result<GlassSight, { readonly code: "glass_not_open" }>> {
  const opening = (await deps.healthcare.openings(account)).find((one) => one.id === id);
  if (opening?.who !== who) return err({ code: "glass_not_open" });
  await log(deps, account, { actor: who, action: "glass.looked", object: id, facts: { call } });
  const seen = await deps.healthcare.lookThroughGlass(account, id, call);
  return seen === undefined ? err({ code: "glass_not_open" }) : ok(seen);
}

/** One site that wants a second person is enough: the third table is the account's. */
async function wantsSecondPerson({ accounts, directory }: Ground, account: AccountId): Promise<boolean> {
  const flows = await Promise.all((await directory.sitesOf(account)).map(({ site }) => accounts.flowOf(account, site)));
  return flows.some((flow) => flow?.healthcare?.needsSecondPerson === true);
}

function log(
  { accounts, now }: Ground,
  account: AccountId,
  entry: Omit<Parameters<Ground["accounts"]["audit"]>[1], "at">,
): Promise<void> {
  return accounts.audit(account, { ...entry, at: now() });
}
