import type { Sql } from "postgres";
import type { AccountId, SiteId } from "@ringtrail/core";
import { oneAnswer } from "./stores/ask.ts";

/** What an account keeps that its sites in healthcare mode must not have, or must. */
export interface HealthcareOfAccount {
  readonly account: AccountId;
  readonly sites: readonly { readonly site: SiteId; readonly name: string }[];
  /** Calls to these sites that the marketing side still keeps, from before the mode. */
  readonly callsBefore: number;
  /** Visits to these sites that are still kept. */
  readonly visitsBefore: number;
  /** Tracking numbers of these sites that stand in a pool. */
  readonly poolNumbers: number;
  /** People of the account, and how many of them sign in with a password alone. */
  readonly people: number;
  readonly withoutTwoFactor: number;
}

/** Looks at every account with a site in healthcare mode, as the marketing side. Answers figures and no row. */
export async function lookAtHealthcare(
  api: Sql,
  accounts: readonly AccountId[],
): Promise<readonly HealthcareOfAccount[]> {
  const looks = await Promise.all(accounts.map((account) => lookAt(api, account)));
  return looks.filter(({ sites }) => sites.length > 0);
}

function lookAt(api: Sql, account: AccountId): Promise<HealthcareOfAccount> {
  return api.begin(async (work) => {
    await work`select set_config('ringtrail.account', ${account}, true)`;
    return oneAnswer(
      // A column of a later version is read by its name: on an older one nobody has a second factor.
      work<{ answer: HealthcareOfAccount }[]>`
        with own as (select s.id, s.name from ringtrail.sites s
                     where s.account_id = ${account} and (s.flow ->> 'isHealthcare')::boolean),
        person as (select coalesce((to_jsonb(u) ->> 'two_factor_enabled')::boolean, false) as has_second
                   from ringtrail.members m join auth."user" u on u.id = m.user_id where m.account_id = ${account})
        select jsonb_build_object('account', ${account}::text,
          'sites', (select coalesce(jsonb_agg(jsonb_build_object('site', o.id, 'name', o.name) order by o.name), '[]') from own o),
          'callsBefore', (select count(*) from ringtrail.calls c join own o on o.id = c.site_id where c.account_id = ${account}),
          'visitsBefore', (select count(*) from ringtrail.visits v join own o on o.id = v.site_id where v.account_id = ${account}),
          'poolNumbers', (select count(*) from ringtrail.tracking_numbers n join own o on o.id = n.site_id
                          where n.account_id = ${account} and n.pool_id is not null and n.released_at is null),
          'people', (select count(*) from person),
          'withoutTwoFactor', (select count(*) from person where not has_second)) as answer`,
    );
  });
}

/**
 * Which rights of the server's roles join what must stay apart, which tables row-level security does not hold, and which
 * trigger that keeps a clinic's names on the care side is off: `ringtrail_api on care.callers`. None on a database nobody changed by hand.
 */
export async function findJoiningRights(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ readonly what: string }[]>`
    select format('%s on %I.%I', r.rolname, n.nspname, c.relname) as what
    from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join pg_roles r
    where c.relkind = 'r' and n.nspname in ('ringtrail', 'care', 'glass')
      and r.rolname in ('ringtrail_api', 'ringtrail_care', 'ringtrail_glass')
      and has_table_privilege(r.oid, c.oid, 'select, insert, update, delete')
      and case r.rolname
            when 'ringtrail_api' then n.nspname <> 'ringtrail'
            when 'ringtrail_care' then n.nspname = 'glass' or (n.nspname = 'ringtrail' and c.relname <> 'account_keys')
            else c.relname not in ('openings', 'looks', 'healthcare_counts', 'account_keys') end
    union all
    select format('no row security on %I.%I', n.nspname, c.relname)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('ringtrail', 'care', 'glass') and not (c.relrowsecurity and c.relforcerowsecurity)
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id')
    union all
    select format('no trigger %s on %s', w.name, w.at)
    from (values ('healthcare', 'ringtrail.target_numbers'), ('healthcare_labels', 'ringtrail.sites'),
                 ('healthcare_flow', 'ringtrail.sites')) w (name, at)
    where exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  where n.nspname = 'care' and c.relname = 'site_flows')
      and not exists (select from pg_trigger t where t.tgrelid = w.at::regclass and t.tgname = w.name and t.tgenabled <> 'D')
    order by 1`;
  return rows.map(({ what }) => what);
}
