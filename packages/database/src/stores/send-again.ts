import type { AccountId, Instant } from "@ringtrail/core";
import type { Delivery } from "@ringtrail/core/ports";
import type { AccountWork } from "../act-for-account.ts";
import { sql, type SQL } from "../drizzle.ts";
import { deliveries, destinations, outbox } from "../schema/index.ts";

/**
 * Makes deliveries of facts (`o`) that are in the outbox already, to destinations (`t`) that are on. What waits to be
 * sent there anyway is not sent twice. Answers how many there will be.
 */
export async function sendAgain(
  work: AccountWork,
  account: AccountId,
  { which, why, now }: { readonly which: SQL; readonly why: Delivery["why"]; readonly now: Instant },
): Promise<number> {
  const at = new Date(now).toISOString();
  const made = await work.execute(sql`
    insert into ${deliveries} (account_id, id, destination_id, fact_id, subject, sequence, why, state, created_at,
                               due_at, tries_begun, tries)
    select ${account}, gen_random_uuid(), t.id, o.id, o.subject, o.sequence, ${why}, 'waiting', ${at}::timestamptz,
           ${at}::timestamptz, 0, '[]'
    from ${outbox} o, ${destinations} t
    where o.account_id = ${account} and t.account_id = ${account} and t.is_on and ${which}
      and not exists (select from ${deliveries} w where w.account_id = ${account} and w.destination_id = t.id
                        and w.fact_id = o.id and w.state = 'waiting')
    returning 1`);
  if (made.length > 0) await work.execute(sql`select pg_notify('ringtrail_deliveries', '')`);
  return made.length;
}
