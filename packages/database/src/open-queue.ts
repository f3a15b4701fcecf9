import postgres from "postgres";

/** A database as pg-boss asks for it (its `db` option). Use it with `schema: "jobs"` and `createSchema: false`. */
export interface QueueDatabase {
  executeSql(text: string, values?: readonly unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  listen(
    channel: string,
    onNotification: (payload: string) => void,
    onReconnect: () => void,
  ): Promise<{ close(): Promise<void> }>;
  close(): Promise<void>;
}

/** Opens the queue's own connections, as `ringtrail_api`, which owns what pg-boss makes in the schema `jobs`. */
export function openQueue(url: string, connections = 3): QueueDatabase {
  const sql = postgres(url, {
    max: connections,
    connect_timeout: 5,
    backoff: () => 0.1,
    onnotice: () => {},
    connection: { application_name: "ringtrail jobs", TimeZone: "UTC", role: "ringtrail_api" },
  });
  return {
    executeSql: async (text, values = []) => {
      // Some of its texts are whole transactions, and the driver runs those only on a connection held for them.
      const held = await sql.reserve();
      try {
        const rows = await held.unsafe<Record<string, unknown>[]>(text, values.map(parameter));
        return { rows: lastRows(rows) };
      } finally {
        held.release();
      }
    },
    listen: async (channel, onNotification, onReconnect) => {
      const { unlisten } = await sql.listen(channel, onNotification, onReconnect);
      return { close: unlisten };
    },
    close: () => sql.end({ timeout: 5 }),
  };
}

/** Objects are JSON to PostgreSQL's own driver, and pg-boss relies on it. */
function parameter(value: unknown): postgres.ParameterOrJSON<never> {
  return (value ?? null) as postgres.ParameterOrJSON<never>;
}

/** Several statements in one text answer a list of answers; the last one counts. */
function lastRows(rows: readonly unknown[]): Record<string, unknown>[] {
  const last: unknown = rows.at(-1);
  return [...(Array.isArray(last) ? last : rows)] as Record<string, unknown>[];
}
