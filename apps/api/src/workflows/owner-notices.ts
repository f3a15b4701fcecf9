import type { AccountId, AuditEntry, Instant } from "@ringtrail/core";
import type { Deps } from "../deps.ts";

/** One owner of an account. */
export interface Owner {
  readonly account: AccountId;
  readonly actor: string;
}

/** Entries looked through: what is further back was seen, or nobody ever looks. */
const looks = 1_000;
const seen = "notices.seen";

/**
 * What this owner was not told yet: the audit log's entries that are for owners, newer than what the owner has said to
 * have seen. The log itself keeps both, so nothing can be seen away for somebody else.
 */
export async function ownerNotices(
  { accounts }: Pick<Deps, "accounts">,
  { account, actor }: Owner,
): Promise<readonly AuditEntry[]> {
  const log = await accounts.auditLog(account, looks);
  const until = Math.max(0, ...log.filter((one) => one.action === seen && one.actor === actor).map(untilOf));
  return log.filter(({ facts, at }) => facts["tell"] === "owners" && at > until);
}

/** An owner has seen everything up to a moment, which cannot be one to come. */
export async function seeNotices(
  { accounts, now }: Pick<Deps, "accounts" | "now">,
  { account, actor }: Owner,
  until: Instant,
): Promise<void> {
  const at = now();
  const facts = { until: Math.min(until, at) };
  await accounts.audit(account, { actor, action: seen, object: account, at, facts });
}

function untilOf({ facts }: AuditEntry): number {
  return typeof facts["until"] === "number" ? facts["until"] : 0;
}
