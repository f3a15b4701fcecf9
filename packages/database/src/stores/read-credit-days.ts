import type { TransactionSql } from "postgres";
import type { AccountId } from "@ringtrail/core";
import { keyOf, type CreditSum } from "@ringtrail/core/attribution";
import type { CallValue, CreditEarned, DaysAsked, OverviewDimension, OverviewFacts } from "@ringtrail/core/ports";
import { ofSite } from "./of-site.ts";

type SumRow = Omit<CreditSum, "name"> & { readonly name: string | null };
type WorthRow = Pick<SumRow, "kind" | "name"> & CallValue & { readonly dimension: OverviewDimension };

const columns = "kinds, names, calls, variance, least, most";

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

function channelsByDay(work: TransactionSql, account: AccountId, { site, from, to }: DaysAsked) {
  return work<({ readonly day: string } & SumRow)[]>`
    select d.day::text as day, r.kind, min(r.name) as name, sum(r.calls) as calls, sum(r.variance) as variance,
           sum(r.least)::int as least, sum(r.most)::int as most
    from ringtrail.credit_days d, unnest(${work.unsafe(columns)}) r (kind, name, calls, variance, least, most)
    where d.account_id = ${account} and d.dimension = 'channel' and d.day between ${from} and ${to}
      ${ofSite(work, site)}
    group by d.day, r.kind, lower(r.name) order by d.day, sum(r.calls) desc`;
}

/** Of each dimension so many rows, most calls first; of the channel every row. */
function largestRows(work: TransactionSql, account: AccountId, { site, from, to }: DaysAsked, most: number) {
  return work<(SumRow & { readonly dimension: OverviewDimension })[]>`
    select dimension, kind, name, calls, variance, least, most
    from (
      select d.dimension, r.kind, min(r.name) as name, sum(r.calls) as calls, sum(r.variance) as variance,
             sum(r.least)::int as least, sum(r.most)::int as most,
             row_number() over (partition by d.dimension order by sum(r.calls) desc, r.kind, lower(r.name)) as place
      from ringtrail.credit_days d, unnest(${work.unsafe(columns)}) r (kind, name, calls, variance, least, most)
      where d.account_id = ${account} and d.dimension in ('channel', 'source', 'keyword', 'landing_page')
        and d.day between ${from} and ${to} ${ofSite(work, site)}
      group by d.dimension, r.kind, lower(r.name)) ordered
    where place <= ${most} or dimension = 'channel' order by dimension, place`;
}

function worthsOf(work: TransactionSql, account: AccountId, { site, from, to }: DaysAsked) {
  return work<WorthRow[]>`
    select d.dimension, r.kind, min(r.name) as name, d.currency, sum(r.micros) as micros
    from ringtrail.worth_days d, unnest(kinds, names, micros) r (kind, name, micros)
    where d.account_id = ${account} and d.dimension in ('channel', 'source', 'keyword', 'landing_page')
      and d.day between ${from} and ${to} ${ofSite(work, site)}
    group by d.dimension, r.kind, lower(r.name), d.currency`;
}
