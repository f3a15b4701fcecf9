import { retentionDue, type AccountId, type CallId } from "@ringtrail/core";
import type { RetentionRun } from "@ringtrail/core/ports";
import type { Deps } from "../deps.ts";

/** What forgetting needs of the world. */
export type RetentionGround = Pick<Deps, "accounts" | "care" | "healthcare" | "vault" | "visits" | "now">;

/** So many visitors at once. */
const atOnce = 500;

/**
 * Forgets what an account's owner no longer wants kept, but for what is held, and writes down what was forgotten. It
 * repeats safely: a round that broke off is finished by the next one.
 */
export async function obeyRetention(ground: RetentionGround, account: AccountId): Promise<RetentionRun> {
  const { accounts, now } = ground;
  const at = now();
  const due = retentionDue(await accounts.retention(account), at);
  const holds = await accounts.holds(account);
  const nothing = { at, visitors: 0, callers: 0, recordings: 0, held: 0 };
  if (holds.some(({ call }) => call === undefined)) return note(ground, account, nothing);
  const held = holds.flatMap(({ call }) => call ?? []);
  const sounds = await forgetRecordings(ground, account, due.recordings, held);
  let callers = 0;
  for (let gone = -1; gone !== 0; callers += gone)
    gone = await ground.care.forgetCallersBefore(account, due.callers, held);
  const careCalls = await forgetCareCalls(ground, account, due.callers, held);
  let visitors = 0;
  for (;;) {
    const old = await accounts.visitorsBefore(account, due.visits, atOnce);
    for (const visitor of old) await ground.visits.forgetVisitor(account, visitor);
    visitors += old.length;
    if (old.length < atOnce) break;
  }
  return note(ground, account, { at, visitors, callers, careCalls, ...sounds });
}

/** The sound goes first and its row second, so that no sound is left that nobody knows of. */
async function forgetRecordings(
  { care, vault }: RetentionGround,
  account: AccountId,
  before: Parameters<Deps["care"]["recordingsBefore"]>[1],
  held: readonly CallId[],
): Promise<Pick<RetentionRun, "recordings" | "held">> {
  let recordings = 0;
  for (;;) {
    const found = await care.recordingsBefore(account, before);
    const free = found.filter(({ call }) => !held.includes(call));
    const stay = new Set(found.flatMap(({ call }) => (held.includes(call) ? [call] : [])));
    if (free.length === 0) return { recordings, held: stay.size };
    for (const { id } of free) await vault.remove(account, id);
    await care.forgetRecordings(
      account,
      free.map(({ id }) => id),
    );
    recordings += free.length;
  }
}

/**
 * A clinic's call knows who answered and what was chosen in a menu: it goes once its caller and its recordings are gone, and
 * with it which way it came. What still waits to be counted waits here too.
 */
async function forgetCareCalls(
  { care, healthcare }: RetentionGround,
  account: AccountId,
  before: Parameters<Deps["care"]["healthcareCallsBefore"]>[1],
  held: readonly CallId[],
): Promise<number> {
  for (let gone = 0; ;) {
    const found = await care.healthcareCallsBefore(account, before, held);
    const free = found.length === 0 ? [] : await healthcare.forgetLinks(account, found);
    if (free.length === 0) return gone;
    await care.forgetHealthcareCalls(account, free);
    gone += free.length;
  }
}

/** Kept as the last round, and in the chained log when there is something to prove. */
async function note({ accounts }: RetentionGround, account: AccountId, run: RetentionRun): Promise<RetentionRun> {
  await accounts.noteRetentionRun(account, run);
  const { at, ...facts } = run;
  if (facts.visitors + facts.callers + facts.recordings + (facts.careCalls ?? 0) > 0) {
    await accounts.audit(account, { actor: "retention", action: "retention.obeyed", object: "account", at, facts });
  }
  return run;
}
