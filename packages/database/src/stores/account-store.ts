import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { AccountStore } from "@ringtrail/core/ports";
import type { Sql } from "postgres";
import type { FindKey } from "../keys/open-keys.ts";
import { auditStore } from "./audit-store.ts";
import type { ClinicFlows } from "./clinic-flows.ts";
import { invitationStore } from "./invitation-store.ts";
import { keyStore } from "./key-store.ts";
import { memberStore } from "./member-store.ts";
import { numberStore } from "./number-store.ts";
import { retentionStore } from "./retention-store.ts";
import { securityStore } from "./security-store.ts";
import { siteStore } from "./site-store.ts";

/** Setting up an account. Done at a desk, so it may take more than one statement; each method repeats safely. */
export function accountStore(sql: Sql, db: PostgresJsDatabase, findKey: FindKey, clinics: ClinicFlows): AccountStore {
  return {
    ...securityStore(db),
    ...retentionStore(db),
    ...memberStore(sql, db),
    ...invitationStore(sql, db),
    ...auditStore(db),
    ...keyStore(sql, db),
    ...siteStore(db, findKey, clinics),
    ...numberStore(db),
  };
}
