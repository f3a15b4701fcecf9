import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { err, ok, type AccountId } from "@ringtrail/core";
import { isWithinRent } from "@ringtrail/core/number-pool";
import { usualLimits, type NumberLimits, type NumberOrder, type NumberStore } from "@ringtrail/core/ports";
import { actForAccount, type AccountWork } from "../act-for-account.ts";
import { and, asc, eq, isNull, sql as text } from "../drizzle.ts";
import { numberLimits, numberOrders, trackingNumbers } from "../schema/index.ts";
import { oneAnswer } from "./ask.ts";
import { endLease } from "./number-store.ts";
import { strays } from "./stray-store.ts";
import { orderOf, rentedOf } from "./read-rent.ts";

/** Numbers as things that are rented, rest and are given back. */
export function rentStore(sql: Sql, db: PostgresJsDatabase): NumberStore {
  return { ...orders(db), ...lives(db), ...limits(sql, db), ...strays(db) };
}

function orders(db: PostgresJsDatabase): Pick<NumberStore, "openOrder" | "settleOrder" | "openOrders"> {
  return {
    openOrder: (account, order) =>
      actForAccount(db, account, async (work) => {
        // Orders of one account go one after another, so that none is counted out of another's sight.
        await work.execute(text`select pg_advisory_xact_lock(hashtextextended(${`orders ${account}`}, 0))`);
        const open = await openOrdersOf(work, account);
        const same = open.find(({ connection, e164 }) => connection === order.connection && e164 === order.e164);
        if (same !== undefined) return ok(same);
        const { mostNumbers, mostRent } = await limitsOf(work, account);
        const inUse = await work
          .select({ rent: trackingNumbers.rent })
          .from(trackingNumbers)
          .where(and(eq(trackingNumbers.accountId, account), isNull(trackingNumbers.releasedAt)));
        if (inUse.length + open.length >= mostNumbers)
          return err({ code: "number_limit_reached" as const, most: mostNumbers });
        const rents = [...inUse, ...open].map((one) => one.rent ?? undefined);
        if (mostRent !== undefined && !isWithinRent(mostRent, rents, order.rent))
          return err({ code: "spend_limit_reached" as const, most: mostRent });
        const { id, connection: connectionId, e164, place, rent, askedAt } = order;
        const row = { accountId: account, id, connectionId, e164, place, rent: rent ?? null, askedAt };
        await work.insert(numberOrders).values({ ...row, state: "open" });
        return ok(order);
      }),
    settleOrder: async (account, id, outcome, at) => {
      await actForAccount(db, account, (work) =>
        work
          .update(numberOrders)
          .set({ state: outcome, settledAt: at })
          .where(and(eq(numberOrders.accountId, account), eq(numberOrders.id, id), eq(numberOrders.state, "open"))),
      );
    },
    openOrders: (account) => actForAccount(db, account, (work) => openOrdersOf(work, account)),
  };
}

function lives(db: PostgresJsDatabase): Pick<NumberStore, "rented" | "noteRent" | "markTakes" | "rest" | "release"> {
  const one = (account: AccountId, id: string) =>
    and(eq(trackingNumbers.accountId, account), text`${trackingNumbers.id} = ${id}::uuid`);
  return {
    rented: (account) =>
      actForAccount(db, account, async (work) => {
        const mine = eq(trackingNumbers.accountId, account);
        return (await work.select().from(trackingNumbers).where(mine).orderBy(asc(trackingNumbers.e164))).map(rentedOf);
      }),
    noteRent: async (account, number, { carrierRef, rent }) => {
      await actForAccount(db, account, (work) =>
        work
          .update(trackingNumbers)
          .set({ carrierRef, rent: rent ?? null })
          .where(one(account, number)),
      );
    },
    markTakes: (account, number, takes) =>
      actForAccount(db, account, async (work) => {
        const inUse = and(one(account, number), isNull(trackingNumbers.restsUntil));
        const marked = await work
          .update(trackingNumbers)
          .set({ takes })
          .where(inUse)
          .returning({ id: trackingNumbers.id });
        return marked.length > 0;
      }),
    rest: (account, number, until) =>
      actForAccount(db, account, async (work) => {
        const inUse = and(one(account, number), isNull(trackingNumbers.restsUntil));
        const set = { restsUntil: until };
        const rested = await work.update(trackingNumbers).set(set).where(inUse).returning({ id: trackingNumbers.id });
        if (rested.length > 0) await endLease(work, account, number);
        return rested.length > 0;
      }),
    release: (account, number, at) =>
      actForAccount(db, account, async (work) => {
        const rests = text`${trackingNumbers.restsUntil} is not null and ${trackingNumbers.releasedAt} is null`;
        const set = { releasedAt: at };
        const where = and(one(account, number), rests);
        return (
          (await work.update(trackingNumbers).set(set).where(where).returning({ id: trackingNumbers.id })).length > 0
        );
      }),
  };
}

function limits(sql: Sql, db: PostgresJsDatabase): Pick<NumberStore, "limits" | "saveLimits" | "calledMs"> {
  return {
    limits: (account) => actForAccount(db, account, (work) => limitsOf(work, account)),
    saveLimits: async (account, { mostNumbers, mostRent, mostMinutes, restDays, countries }) => {
      const set = {
        mostNumbers,
        mostRent: mostRent ?? null,
        mostMinutes: mostMinutes ?? null,
        restDays,
        countries: countries ? [...countries] : null,
      };
      await actForAccount(db, account, (work) =>
        work
          .insert(numberLimits)
          .values({ accountId: account, ...set })
          .onConflictDoUpdate({ target: numberLimits.accountId, set }),
      );
    },
    calledMs: (account, since) =>
      oneAnswer(sql<{ answer: number }[]>`select ringtrail.called_ms(${account}, ${since}) as answer`),
  };
}

async function openOrdersOf(work: AccountWork, account: AccountId): Promise<readonly NumberOrder[]> {
  const open = and(eq(numberOrders.accountId, account), eq(numberOrders.state, "open"));
  return (await work.select().from(numberOrders).where(open).orderBy(asc(numberOrders.askedAt))).map(orderOf);
}

async function limitsOf(work: AccountWork, account: AccountId): Promise<NumberLimits> {
  const [row] = await work.select().from(numberLimits).where(eq(numberLimits.accountId, account));
  if (row === undefined) return usualLimits;
  const { mostNumbers, mostRent, mostMinutes, restDays, countries } = row;
  return {
    mostNumbers,
    mostRent: mostRent ?? undefined,
    mostMinutes: mostMinutes ?? undefined,
    restDays,
    countries: countries ?? undefined,
  };
}
