import { createHash } from "node:crypto";
import { after, between, day, hour, instant, type Instant } from "@ringtrail/core";
import type { Deps } from "../deps.ts";
import type { Round } from "../jobs/keep-round.ts";

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
      const hex = createHash("sha256").update(`${id} ${before}`).digest("hex");
      const subject = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
      await destinations.noteFact(id, { kind: "digest", subject, key: String(before), at, about: { before } });
    }
  };
  return { name: "weekly-digest", everySeconds: 3_600, work };
}
