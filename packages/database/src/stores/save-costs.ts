import { createHash } from "node:crypto";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountId, SiteId } from "@ringtrail/core";
import type { AdCost } from "@ringtrail/core/attribution";
import type { CostsKept } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { sql } from "../drizzle.ts";
import { adCosts } from "../schema/index.ts";

/** Each line takes fifteen places of a statement, which has 65,535. */
const linesAtOnce = 1_000;

/** Keeps lines of cost: in place of those of an earlier import, and in addition to those of the same one. */
export function saveCosts(
  db: PostgresJsDatabase,
  account: AccountId,
  site: SiteId,
  importId: string,
  told: readonly AdCost[],
): Promise<CostsKept> {
  const lines = [...addUp(told)].map(([lineKey, cost]) => ({
    accountId: account,
    siteId: site,
    importId,
    lineKey,
    ...cost,
  }));
  return actForAccount(db, account, async (work) => {
    let added = 0;
    for (let from = 0; from < lines.length; from += linesAtOnce) {
      const kept = await work
        .insert(adCosts)
        .values(lines.slice(from, from + linesAtOnce))
        .onConflictDoUpdate({
          target: [adCosts.accountId, adCosts.siteId, adCosts.day, adCosts.lineKey],
          set: {
            importId: sql`excluded.import_id`,
            micros: plusOwn("micros"),
            clicks: plusOwn("clicks"),
            impressions: plusOwn("impressions"),
          },
        })
        .returning({ isNew: sql<boolean>`(xmax = 0)` });
      added += kept.filter(({ isNew }) => isNew).length;
    }
    return { added, replaced: lines.length - added };
  });
}

/** The figure told now, and what the same import has told before. */
function plusOwn(column: "micros" | "clicks" | "impressions") {
  const [told, kept] = [sql.raw(`excluded.${column}`), sql.raw(`ad_costs.${column}`)];
  return sql`${told} + case when ad_costs.import_id = excluded.import_id then ${kept} else 0 end`;
}

/** Lines that say the same of themselves as one, by a hash of what they say. A statement may touch a row only once. */
function addUp(told: readonly AdCost[]): ReadonlyMap<string, AdCost> {
  const lines = new Map<string, AdCost>();
  for (const cost of told) {
    const key = keyOf(cost);
    const before = lines.get(key);
    lines.set(key, before === undefined ? cost : plus(before, cost));
  }
  return lines;
}

function keyOf({ day, source, medium, campaign, keyword, landingPath, line, currency }: AdCost): string {
  const said = [day, source, medium, campaign ?? null, keyword ?? null, landingPath ?? null, line, currency];
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url");
}

function plus(a: AdCost, { micros, clicks, impressions }: AdCost): AdCost {
  return { ...a, micros: a.micros + micros, clicks: a.clicks + clicks, impressions: a.impressions + impressions };
}
