import type { TransactionSql } from "postgres";
import type { AccountId } from "@ringtrail/core";
import { keyOf, type CreditSum } from "@ringtrail/core/attribution";
import type { CallValue, CreditEarned, DaysAsked, OverviewDimension, OverviewFacts } from "@ringtrail/core/ports";
import { ofSite } from "./of-site.ts";

type SumRow = Omit<CreditSum, "name"> & { readonly name: string | null };
const dimensions = ["channel", "source", "keyword", "landing_page"];

type WorthRow = Pick<SumRow, "kind" | "name"> & CallValue & { readonly dimension: OverviewDimension };

/** Whose the calls of some days are expected to be: each channel day by day, and the largest rows of the others. */
export async function readCredit(
  work: TransactionSql,
  account: AccountId,
  asked: DaysAsked,
  most: number,
): Promise<Pick<OverviewFacts, "channelDays" | "channels" | "top">> {
  const [byDay, rows, worths] = await Promise.all([
    channelsByDay(work, account, asked),
    largestRows(work, account, asked, most),
    worthsOf(work, account, asked),
  ]);
  const earned = Map.groupBy(worths, (worth) => `${worth.dimension} ${keyOf(labelled(worth))}`);
  const rowsOf = (dimension: OverviewDimension): readonly CreditEarned[] =>
    rows
      .filter((row) => row.dimension === dimension)
      .map(({ dimension: _dimension, ...row }) => ({
        ...labelled(row),
        earned: (earned.get(`${dimension} ${keyOf(labelled(row))}`) ?? []).map(({ currency, micros }) => {
          return { currency, micros };
        }),
      }));
  return {
    channelDays: byDay.map(labelled),
    channels: rowsOf("channel"),
    top: { source: rowsOf("source"), keyword: rowsOf("keyword"), landing_page: rowsOf("landing_page") },
  };
}

function labelled<Row extends { readonly name: string | null }>(row: Row) {
  return { ...row, name: row.name ?? undefined };
}

/**
 * A row for each name of each day, of channels only, or of each of the spans that cover the days. Unnested in the select
 * list, which writes no table in between, and compared byte by byte: a month of keywords is tens of thousands of names.
 * Letters beyond ASCII keep their case; whoever shows rows puts those together.
 */
function namesOf(work: TransactionSql, account: AccountId, { site, from, to }: DaysAsked, each: "day" | "span") {
  const within = work`d.account_id = ${account} ${ofSite(work, site)}`;
  return work`
    select u.*, lower(u.name collate "C") as key
    from (
      select d.dimension, d.day, unnest(d.kinds) as kind, unnest(d.names) as name, unnest(d.calls) as calls,
             unnest(d.variance) as variance, unnest(d.least) as least, unnest(d.most) as most
      from ${
        each === "day"
          ? work`ringtrail.credit_days d
            where d.dimension = 'channel' and d.days = 1 and d.day between ${from} and ${to} and ${within}`
          : work`ringtrail.cover_days(${account}, ${from}, ${to}) c
            join ringtrail.credit_days d on d.day = c.day and d.days = c.days
            where d.dimension in ${work(dimensions)} and ${within}`
      }
      offset 0) u`;
}

const sums = `min(name) as name, sum(calls) as calls, sum(variance) as variance, sum(least)::int as least,
  sum(most)::int as most`;

function channelsByDay(work: TransactionSql, account: AccountId, asked: DaysAsked) {
  return work<({ readonly day: string } & SumRow)[]>`
    select day::text as day, kind, ${work.unsafe(sums)} from (${namesOf(work, account, asked, "day")}) r
    group by day, kind, key order by day, sum(calls) desc`;
}

/** Of each dimension so many rows, most calls first; of the channel every row. */
function largestRows(work: TransactionSql, account: AccountId, asked: DaysAsked, most: number) {
  return work<(SumRow & { readonly dimension: OverviewDimension })[]>`
    select dimension, kind, name, calls, variance, least, most
    from (
      select dimension, kind, ${work.unsafe(sums)},
             row_number() over (partition by dimension order by sum(calls) desc, kind, key) as place
      from (${namesOf(work, account, asked, "span")}) r
      group by dimension, kind, key) ordered
    where place <= ${most} or dimension = 'channel' order by dimension, place`;
}

function worthsOf(work: TransactionSql, account: AccountId, { site, from, to }: DaysAsked) {
  return work<WorthRow[]>`
    select dimension, kind, min(name) as name, currency, sum(micros) as micros
    from (
      select d.dimension, d.currency, unnest(d.kinds) as kind, unnest(d.names) as name, unnest(d.micros) as micros
      from ringtrail.cover_days(${account}, ${from}, ${to}) c
      join ringtrail.worth_days d on d.day = c.day and d.days = c.days
      where d.account_id = ${account} and d.dimension in ${work(dimensions)} ${ofSite(work, site)}
      offset 0) r
    group by dimension, kind, lower(name collate "C"), currency`;
}
