import type { Sql } from "postgres";
import type { AccountId, ConnectionId } from "@ringtrail/core";
import type { CarrierConnection, NumberRoute, SiteDirectory, SiteSettings } from "@ringtrail/core/ports";
import type { FindKey } from "../keys/open-keys.ts";
import { open } from "../keys/seal.ts";
import { answerOf, oneAnswer } from "./ask.ts";
import type { ClinicFlows } from "./clinic-flows.ts";
import { clinicRoute, clinicRoutes } from "./clinic-routes.ts";
import { wholeSettings } from "./name-absent.ts";

interface ConnectionRow {
  readonly account_id: AccountId;
  readonly id: ConnectionId;
  readonly carrier: CarrierConnection["carrier"] | "imported";
  readonly carrier_account: string;
  readonly secret_sealed: Uint8Array;
  readonly api_base: string;
}

/**
 * The look-ups that come before an account is known. Each is one indexed read through a look-up function. Reading every
 * route at once may take longer than a caller would wait, so it has a connection of its own patience.
 */
export function siteDirectory(sql: Sql, findKey: FindKey, clinics: ClinicFlows, patient: Sql = sql): SiteDirectory {
  return {
    siteByKey: async (key) => {
      const site = await answerOf(
        sql<{ answer: SiteSettings | null }[]>`select ringtrail.site_by_key(${key}) as answer`,
      );
      return site && wholeSettings(site);
    },
    sitesOf: async (account) => {
      const sites = await oneAnswer(sql<{ answer: SiteSettings[] }[]>`select ringtrail.sites_of(${account}) as answer`);
      return sites.map(wholeSettings).toSorted((a, b) => a.name.localeCompare(b.name));
    },
    connectionById: async (id) => {
      const [row] = await sql<ConnectionRow[]>`select * from ringtrail.connection_by_id(${id})`;
      // Where imported calls hang is no carrier.
      return row === undefined || row.carrier === "imported" ? undefined : connectionOf(row, row.carrier, findKey);
    },
    routeByNumber: async (connection, dialled) => {
      const route = await answerOf(
        sql<{ answer: NumberRoute | null }[]>`select ringtrail.route_by_number(${connection}, ${dialled}) as answer`,
      );
      return route && clinicRoute(route, clinics);
    },
    allRoutes: async () => {
      const rows = await patient<{ answer: NumberRoute | null }[]>`select ringtrail.all_routes() as answer`;
      return clinicRoutes(
        rows.flatMap(({ answer }) => (answer === null ? [] : [answer])),
        clinics,
      );
    },
  };
}

/** What a connection's secret is sealed for. */
export function secretContext(account: AccountId, carrier: string, carrierAccount: string): string {
  return `${account}/${carrier}/${carrierAccount}`;
}

async function connectionOf(
  row: ConnectionRow,
  carrier: CarrierConnection["carrier"],
  findKey: FindKey,
): Promise<CarrierConnection> {
  const { account_id: account, id, carrier_account: carrierAccount, api_base: apiBase } = row;
  const context = secretContext(account, carrier, carrierAccount);
  const secret = open(await findKey(account, "secrets"), row.secret_sealed, context);
  return { id, account, carrier, carrierAccount, secret: Buffer.from(secret).toString("utf8"), apiBase };
}
