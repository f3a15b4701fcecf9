import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres, { type Sql } from "postgres";
import type { Side } from "./act-as.ts";

/** An open pool of connections that all act as one role. */
export interface Database {
  readonly sql: Sql;
  readonly db: PostgresJsDatabase;
  readonly close: () => Promise<void>;
}

/** Whom the connections act as, how many there may be, and how long a statement may take. */
export interface PoolOptions {
  readonly role?: Side;
  readonly connections: number;
  readonly statementTimeoutMs: number;
}

/** Opens a pool. Connections are made when the first statement needs them. */
export function openDatabase(url: string, { role, connections, statementTimeoutMs }: PoolOptions): Database {
  const sql = postgres(url, {
    max: connections,
    connect_timeout: 5,
    // After an outage the next statement tries again soon, and not after the driver's twenty seconds.
    backoff: () => 0.1,
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: "ringtrail",
      TimeZone: "UTC",
      statement_timeout: statementTimeoutMs,
      // A process that dies between two statements must not keep rows locked.
      idle_in_transaction_session_timeout: 30_000,
      ...(role === undefined ? {} : { role }),
    },
  });
  return { sql, db: drizzle(sql), close: () => sql.end({ timeout: 5 }) };
}
