import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { Phi } from "@ringtrail/core";
import type { CareStore } from "@ringtrail/core/ports";
import { actForAccount } from "../act-for-account.ts";
import { eq } from "../drizzle.ts";
import { careTargetLabels } from "../schema/index.ts";

/** The names of a clinic's people and places, read under the care side's role. */
export function careNames(db: PostgresJsDatabase): Pick<CareStore, "targetLabels"> {
  return {
    targetLabels: (account) =>
      actForAccount(db, account, async (work) => {
        const rows = await work.select().from(careTargetLabels).where(eq(careTargetLabels.accountId, account));
        return rows.map(({ siteId: site, e164, label }) => ({ site, e164, label: Phi.seal(label) }));
      }),
  };
}
