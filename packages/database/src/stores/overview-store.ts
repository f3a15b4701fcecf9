import type { Sql, TransactionSql } from "postgres";
import type { AccountId } from "@ringtrail/core";
import type { CallsCounted, CallValue, DaysAsked, OverviewStore } from "@ringtrail/core/ports";
import { answerOf, oneAnswer } from "./ask.ts";
import { readCredit } from "./read-credit-days.ts";
import { ofSite } from "./of-site.ts";
import { paidInAll, readPaid } from "./read-paid.ts";

/** Days added up in one transaction: whoever rings does not wait for it, whoever reads might. */
const daysAtOnce = 20;
/** Spans joined in one transaction, likewise. */
const spansAtOnce = 8;
const beforeAllDays = "0001-01-01";
const afterAllDays = "9999-01-01";

/** What calls add up to, day by day. For people at a desk. */
export function overviewStore(sql: Sql): OverviewStore {
  return {
    overview: async (account, asked, most) => {
      await addUpWithin(sql, account, asked);
      return actForAccount(sql, account, async (work) => {
        const [days, credit, paid] = await Promise.all([
          countedByDay(work, account, asked),
          readCredit(work, account, asked, most),
          readPaid(work, account, asked),
        ]);
        return { days, ...credit, paid };
      });
    },
    totals: async (account, asked) => {
      await addUpWithin(sql, account, asked);
      return actForAccount(sql, account, async (work) => {
        const [days, earned, paid] = await Promise.all([
          countedByDay(work, account, asked),
          earnedInAll(work, account, asked),
          paidInAll(work, account, asked),
        ]);
        return { ...days.reduce(plus, nothing), earned, paid };
      });
    },
    addUp: (account) => addUpSome(sql, account, { from: beforeAllDays, to: afterAllDays }),
    join: async (account) => {
      const counted = await Promise.all([
        oneAnswer(sql<{ answer: number }[]>`select ringtrail.join_days(${account}, ${spansAtOnce}) as answer`),
        oneAnswer(sql<{ answer: number }[]>`select ringtrail.join_costs(${account}, ${spansAtOnce}) as answer`),
      ]);
      return counted.reduce((sum, joined) => sum + joined);
    },
    timeZoneOf: (account) =>
      actForAccount(sql, account, (work) =>
        answerOf(
          work<{ answer: string | null }[]>`
            select time_zone as answer from ringtrail.account_settings where account_id = ${account}`,
        ),
      ),
    chooseTimeZone: async (account, timeZone) => {
      await actForAccount(
        sql,
        account,
        (work) => work`
          insert into ringtrail.account_settings (account_id, time_zone) values (${account}, ${timeZone})
          on conflict (account_id) do update set time_zone = excluded.time_zone`,
      );
    },
  };
}

/** Statements of one account on one connection: those asked for together go out together. */
function actForAccount<Answer>(
  sql: Sql,
  account: AccountId,
  work: (transaction: TransactionSql) => Promise<Answer>,
): Promise<Answer> {
  return sql.begin(async (transaction) => {
    await transaction`select set_config('ringtrail.account', ${account}, true)`;
    return work(transaction);
  }) as Promise<Answer>;
}

async function addUpWithin(sql: Sql, account: AccountId, asked: DaysAsked): Promise<void> {
  while ((await addUpSome(sql, account, asked)) === daysAtOnce);
}

function addUpSome(sql: Sql, account: AccountId, { from, to }: Pick<DaysAsked, "from" | "to">): Promise<number> {
  return oneAnswer(
    sql<{ answer: number }[]>`
      select ringtrail.add_up_days(${account}, ${from}::date, ${to}::date, ${daysAtOnce}) as answer`,
  );
}

const nothing: CallsCounted = { calls: 0, answered: 0, missed: 0, firstTime: 0, spam: 0 };

function plus(a: CallsCounted, b: CallsCounted): CallsCounted {
  return {
    calls: a.calls + b.calls,
    answered: a.answered + b.answered,
    missed: a.missed + b.missed,
    firstTime: a.firstTime + b.firstTime,
    spam: a.spam + b.spam,
  };
}

/** The days with calls, in order. */
function countedByDay(work: TransactionSql, account: AccountId, { site, from, to }: DaysAsked) {
  return work<({ readonly day: string } & CallsCounted)[]>`
    select d.day::text as day, sum(d.calls)::int as calls, sum(d.answered)::int as answered,
           sum(d.missed)::int as missed, sum(d.first_time)::int as "firstTime", sum(d.spam)::int as spam
    from ringtrail.call_days d
    where d.account_id = ${account} and d.day between ${from} and ${to} ${ofSite(work, site)}
    group by d.day order by d.day`;
}

/** What calls were worth in all: whose they are does not matter, and by every dimension it adds up to the same. */
function earnedInAll(work: TransactionSql, account: AccountId, { site, from, to }: DaysAsked) {
  return work<CallValue[]>`
    select d.currency, sum((select sum(m) from unnest(d.micros) m)) as micros
    from ringtrail.cover_days(${account}, ${from}, ${to}) c
    join ringtrail.worth_days d on d.day = c.day and d.days = c.days
    where d.account_id = ${account} and d.dimension = 'channel' ${ofSite(work, site)}
    group by d.currency order by d.currency`;
}
