import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { err, instant, ok } from "@ringtrail/core";
import type { Delivery, DeliveryQuery, DestinationStore } from "@ringtrail/core/ports";
import { actForAccount, type AccountWork } from "../act-for-account.ts";
import { and, desc, eq, sql } from "../drizzle.ts";
import { makeId } from "../make-id.ts";
import { deliveries, outbox } from "../schema/index.ts";
import { sendAgain } from "./send-again.ts";

type Methods = "deliveries" | "delivery" | "replayDelivery" | "replayPeriod" | "sendTest";

/** What was sent, what came of it, and sending it once more. */
export function deliveryLog(db: PostgresJsDatabase): Pick<DestinationStore, Methods> {
  return {
    deliveries: async (account, query) => {
      const start = query.cursor === undefined ? undefined : /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(query.cursor);
      if (start === null) return err({ code: "cursor_malformed" });
      const rows = await actForAccount(db, account, (work) =>
        select(work)
          .where(
            and(
              eq(deliveries.accountId, account),
              ...conditions(query),
              start === undefined
                ? undefined
                : sql`(${deliveries.createdAt}, ${deliveries.id}) <
                      (${new Date(Number(start[1])).toISOString()}::timestamptz, ${start[2]}::uuid)`,
            ),
          )
          .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
          .limit(query.limit + 1),
      );
      const shown = rows.slice(0, query.limit).map(deliveryOf);
      const last = rows.length > shown.length ? shown.at(-1) : undefined;
      return ok({ deliveries: shown, next: last && `${last.createdAt}.${last.id}` });
    },
    delivery: (account, id) =>
      actForAccount(db, account, async (work) => {
        const [row] = await select(work).where(and(eq(deliveries.accountId, account), eq(deliveries.id, id)));
        return row && deliveryOf(row);
      }),
    replayDelivery: (account, id, now) =>
      actForAccount(db, account, async (work) => {
        const which = sql`o.id = (select d.fact_id from ${deliveries} d where d.account_id = ${account} and d.id = ${id})
          and t.id = (select d.destination_id from ${deliveries} d where d.account_id = ${account} and d.id = ${id})`;
        return (await sendAgain(work, account, { which, why: "replay", now })) > 0;
      }),
    replayPeriod: (account, destination, { from, before }, now) =>
      actForAccount(db, account, (work) => {
        const [start, end] = [from, before].map((at) => new Date(at).toISOString());
        const which = sql`t.id = ${destination} and o.kind = any (t.facts) and o.kind <> 'test'
          and o.at >= ${start}::timestamptz and o.at < ${end}::timestamptz
          and (t.site_id is null or t.site_id::text = coalesce(o.call ->> 'site', o.about ->> 'site'))`;
        return sendAgain(work, account, { which, why: "replay", now });
      }),
    sendTest: (account, destination, now) =>
      actForAccount(db, account, async (work) => {
        const fact = { accountId: account, id: makeId<string>(), subject: makeId<string>(), sequence: 1 };
        await work.insert(outbox).values({ ...fact, kind: "test", at: now, about: {} });
        const which = sql`o.id = ${fact.id} and t.id = ${destination}`;
        if ((await sendAgain(work, account, { which, why: "test", now })) === 0) return undefined;
        const [row] = await work
          .select({ id: deliveries.id })
          .from(deliveries)
          .where(and(eq(deliveries.accountId, account), eq(deliveries.factId, fact.id)));
        return row?.id;
      }),
  };
}

function select(work: AccountWork) {
  return work
    .select({ delivery: deliveries, fact: { kind: outbox.kind, at: outbox.at } })
    .from(deliveries)
    .innerJoin(outbox, and(eq(outbox.accountId, deliveries.accountId), eq(outbox.id, deliveries.factId)));
}

function conditions({ destination, state, subject }: DeliveryQuery) {
  return [
    destination === undefined ? undefined : eq(deliveries.destinationId, destination),
    state === undefined ? undefined : eq(deliveries.state, state),
    subject === undefined ? undefined : eq(deliveries.subject, subject),
  ];
}

function deliveryOf({ delivery: row, fact }: Awaited<ReturnType<typeof select>>[number]): Delivery {
  const { id, destinationId: destination, factId, subject, sequence, why, state, createdAt, tries } = row;
  return {
    id,
    destination,
    fact: { id: factId, kind: fact.kind, subject, sequence, at: instant(fact.at) },
    why,
    state,
    createdAt,
    dueAt: state === "waiting" ? row.dueAt : undefined,
    request: row.request ?? undefined,
    tries,
  };
}
