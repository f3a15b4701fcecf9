import { after, between, day, hour, instant, type Instant } from "@ringtrail/core";
import type { Deps } from "../deps.ts";
import type { Round } from "../jobs/keep-round.ts";
import { nameId } from "../name-id.ts";

/** 1970-01-05 was a Monday; the digest goes out on Mondays from seven o'clock on, UTC. */
const firstMonday = instant(4 * day);
const week = 7 * day;

/** The Monday midnight (UTC) a digest is due for at this instant; undefined on every other day and before seven. */
export function digestDue(now: Instant): Instant | undefined {
  const since = between(firstMonday, now) % week;
  return since >= 7 * hour && since < day ? after(now, -since) : undefined;
}

/** Tells every account's week once, to whoever wants it. A round that comes twice tells nothing twice. */
export function digestRound({ accounts, destinations, now }: Pick<Deps, "accounts" | "destinations" | "now">): Round {
  const work = async (): Promise<void> => {
    const at = now();
    const before = digestDue(at);
    if (before === undefined) return;
    for (const { id } of await accounts.accounts()) {
      const subject = nameId(`${id} ${before}`);
      await destinations.noteFact(id, { kind: "digest", subject, key: String(before), at, about: { before } });
    }
  };
  return { name: "weekly-digest", everySeconds: 3_600, work };
}
