import { after, hour, judgeSilence, rhythmMs, type AccountId, type Instant, type Rhythm } from "@ringtrail/core";
import type { Deps } from "../deps.ts";
import type { Round } from "../jobs/keep-round.ts";
import { rhythmsOf } from "./rhythms-of.ts";

/** The audit log's words for what fell silent, and for what is heard again. */
const began = "silence.began";
const over = "silence.over";
/** Entries looked through for what was said of each last. */
const looks = 1_000;

/** What `watchSilence` needs. */
export type SilenceWatch = Pick<Deps, "accounts" | "calls" | "directory" | "log" | "now" | "pools" | "visits">;

/** Every hour: has anything fallen silent that used to be heard? */
export function silenceRound(deps: SilenceWatch): Round {
  const work = async (): Promise<void> => {
    for (const { id } of await deps.accounts.accounts()) await watchSilence(deps, id);
  };
  return { name: "watch-silence", everySeconds: 3_600, work };
}

/**
 * Tells owners, once until it is heard again, that a site has no visits or a number no calls any more: a script that fell
 * off the page and a number that leads elsewhere make no noise of their own. Each is measured by its own rhythm.
 */
export async function watchSilence(deps: SilenceWatch, account: AccountId): Promise<void> {
  const at = deps.now();
  const [rhythms, told] = await Promise.all([
    rhythmsOf(deps, account, after(at, -rhythmMs), at),
    silentSince(deps, account),
  ]);
  for (const { object, what, name, rhythm } of rhythms) {
    const silence = judgeSilence(rhythm, at);
    const toldAt = told.get(object);
    // A silence that outlasts its own rhythm is no alarm any more, and is not over either.
    if (silence === undefined && toldAt !== undefined && isHeardSince(rhythm, toldAt)) {
      const facts = { what, name, tell: "owners" };
      await deps.accounts.audit(account, { actor: "system", action: over, object, at, facts });
    }
    if (silence === undefined || toldAt !== undefined) continue;
    const since = `${new Date(silence.since).toISOString().slice(0, 16).replace("T", " ")} UTC`;
    const facts = { what, name, since, missed: Math.round(silence.missed), tell: "owners" };
    await deps.accounts.audit(account, { actor: "system", action: began, object, at, facts });
    deps.log.warn({ account, object, what, missed: facts.missed }, "something that used to be heard fell silent");
  }
}

/** Since when each that is silent has been so, as owners were told. */
async function silentSince(
  { accounts }: Pick<Deps, "accounts">,
  account: AccountId,
): Promise<ReadonlyMap<string, Instant>> {
  const since = new Map<string, Instant>();
  for (const { action, object, at } of (await accounts.auditLog(account, looks)).toReversed()) {
    if (action === began) since.set(object, at);
    if (action === over) since.delete(object);
  }
  return since;
}

function isHeardSince(rhythm: Rhythm, told: Instant): boolean {
  return rhythm.some(({ hour: began, count }) => count > 0 && after(began, hour) > told);
}
