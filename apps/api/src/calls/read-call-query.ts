import type { listCalls } from "@ringtrail/api-contract";
import { day, err, instant, ok, parseE164, parseId, Phi, type CallId, type Result, type SiteId } from "@ringtrail/core";
import type { CallQuery } from "@ringtrail/core/ports";
import type { Asker } from "../auth/identify-asker.ts";
import type { Deps } from "../deps.ts";
import type { ManageReason } from "../http/manage-reason.ts";
import { dayAfter, daysIn, startOfDay } from "../report/days-in.ts";
import type { CheckedRequest } from "../routes/manage/manage-door.ts";

type Asked = Omit<CheckedRequest<typeof listCalls>["query"], "cursor" | "limit">;

/** How far back a search by a caller's number looks. */
const searchedDays = 3_650;

/** Reads what somebody wishes of a list of calls: days become instants, and a caller's number the calls it made. */
export async function readCallQuery(
  deps: Deps,
  { account, actor, scopes }: Asker,
  asked: Asked,
): Promise<Result<Omit<CallQuery, "cursor" | "limit">, ManageReason>> {
  const { spam, who, outcome, firstTime, channel, source, keyword, landingPage } = asked;
  const site = asked.site === undefined ? undefined : parseId<SiteId>(asked.site);
  if (site?.ok === false) return err({ code: "parameter_invalid", field: "site", says: "is no id" });
  const dayOf = daysIn((await deps.overviews.timeZoneOf(account)) ?? "UTC");
  const at = (moment: string | undefined) => (moment === undefined ? undefined : instant(Date.parse(moment)));
  const from = asked.fromDay === undefined ? at(asked.from) : startOfDay(asked.fromDay, dayOf);
  const before = asked.toDay === undefined ? at(asked.before) : startOfDay(dayAfter(asked.toDay), dayOf);
  const touch = Object.fromEntries(
    Object.entries({ channel, source, keyword, landingPage }).filter(([, name]) => name !== undefined),
  );
  const words = asked.words?.trim() === "" ? undefined : asked.words;
  const mayFindCallers = scopes.includes("callers:read") && words !== undefined;
  const orCalls = mayFindCallers ? await callsOfCaller(deps, { account, actor, words }) : undefined;
  return ok({
    spam,
    who,
    outcome,
    site: site?.value,
    from,
    before,
    words,
    orCalls,
    firstTime: firstTime === undefined ? undefined : true,
    touch: Object.keys(touch).length === 0 ? undefined : touch,
  });
}

/** The calls of whoever has this number, if it is one. That somebody looked is kept; for whom, is not. */
async function callsOfCaller(
  { care, accounts, now }: Deps,
  { account, actor, words }: Pick<Asker, "account" | "actor"> & { readonly words: string },
): Promise<readonly CallId[]> {
  const plain = words.replaceAll(/[\s().-]/g, "");
  // Who leaves the country out means North America, where numbers have ten digits.
  const number = parseE164(/^\d{10}$/.test(plain) ? `+1${plain}` : /^\d{11,15}$/.test(plain) ? `+${plain}` : plain);
  if (!number.ok) return [];
  const at = now();
  const calls = await care.callsFrom(account, Phi.seal(number.value), instant(at - searchedDays * day));
  await accounts.audit(account, {
    actor,
    action: "callers.searched",
    object: account,
    at,
    facts: { found: calls.length },
  });
  return calls.map(({ call }) => call);
}
