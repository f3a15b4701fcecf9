import type { CallQuery, TouchWanted } from "@ringtrail/core/ports";
import { eq, gte, inArray, lt, sql, type SQL } from "../drizzle.ts";
import { callCandidates, calls, trackingNumbers, visits } from "../schema/index.ts";

/** What a call must be to stand in a list. */
export function callConditions(query: CallQuery): readonly (SQL | undefined)[] {
  const { site, from, before, spam, touch, who, outcome, firstTime, words } = query;
  const flagged = sql`ringtrail.is_spam(${calls.state})`;
  return [
    site === undefined ? undefined : eq(calls.siteId, site),
    from === undefined ? undefined : gte(calls.rangAt, from),
    before === undefined ? undefined : lt(calls.rangAt, before),
    spam === undefined ? undefined : spam === "only" ? flagged : sql`not ${flagged}`,
    outcome === undefined ? undefined : sql`ringtrail.outcome_of(${calls.state}) = ${outcome}`,
    firstTime && sql`(${calls.matchKind} is not null and ${calls.returning} = 0)`,
    who && sql`(${calls.sourceTouch} is null and ${mayBe(who)})`,
    touch && cameBy(touch),
    words === undefined ? undefined : holds(words.trim(), query.orCalls ?? []),
  ];
}

function mayBe(who: "returning" | "nobody"): SQL {
  if (who === "returning") return sql`${calls.returning} > 0`;
  return sql`(${calls.matchKind} is null or ${calls.nobody} > 0)`;
}

/** The visits that may have made the call at hand, with where each landed. */
const candidates = sql`${callCandidates} left join ${visits} on ${visits.accountId} = ${callCandidates.accountId}
  and ${visits.id} = ${callCandidates.visitId}
  where ${callCandidates.accountId} = ${calls.accountId} and ${callCandidates.callId} = ${calls.id}`;
const landing = sql`${visits.landing} ->> 'path'`;

function cameBy(wanted: TouchWanted): SQL {
  const { landingPage, ...said } = wanted;
  const fits = (text: SQL, name: string) => sql`lower(btrim(coalesce(${text}, ''))) = ${name.trim().toLowerCase()}`;
  const touched = (touch: SQL) => Object.entries(said).map(([part, name]) => fits(sql`${touch} ->> ${part}`, name));
  const landed = landingPage === undefined ? [] : [fits(landing, landingPage)];
  const all = (parts: readonly SQL[]) => (parts.length === 0 ? sql`true` : sql.join([...parts], sql` and `));
  const visited = sql`exists (select from ${candidates} and ${all([...touched(sql`${callCandidates.touch}`), ...landed])})`;
  // Who came by a source's own number without a visit landed nowhere anybody knows of.
  if (landingPage !== undefined && landingPage !== "") return visited;
  return sql`(${visited} or (${calls.sourceTouch} is not null and ${all(touched(sql`${calls.sourceTouch}`))}))`;
}

function holds(words: string, orCalls: NonNullable<CallQuery["orCalls"]>): SQL {
  // Nobody who types a per cent sign means a pattern.
  const like = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  const said = (touch: SQL) => sql`concat_ws(chr(10), ${touch} ->> 'source', ${touch} ->> 'keyword',
    ${touch} ->> 'campaign') ilike ${like}`;
  const digits = words.replaceAll(/[^0-9]/g, "");
  const places = [
    sql`exists (select from ${candidates} and (${said(sql`${callCandidates.touch}`)} or ${landing} ilike ${like}))`,
    said(sql`${calls.sourceTouch}`),
    ...(digits.length < 3
      ? []
      : [
          sql`${calls.numberId} in (select ${trackingNumbers.id} from ${trackingNumbers}
            where ${trackingNumbers.accountId} = ${calls.accountId} and ${trackingNumbers.e164} like ${`%${digits}%`})`,
        ]),
    ...(orCalls.length === 0 ? [] : [inArray(calls.id, [...orCalls])]),
  ];
  return sql`(${sql.join(places, sql` or `)})`;
}
