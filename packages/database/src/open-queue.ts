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

/** pg-boss hands JSON over as text already, as PostgreSQL's older driver expects it; ours would wrap it once more. */
const asJson = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
const json = { to: 114, from: [114], serialize: asJson, parse: JSON.parse };
const jsonb = { to: 3802, from: [3802], serialize: asJson, parse: JSON.parse };

/** Opens the queue's own connections, as `ringtrail_api`, which owns what pg-boss makes in the schema `jobs`. */
export function openQueue(url: string, connections = 3): QueueDatabase {
  const sql = postgres(url, {
    max: connections,
    connect_timeout: 5,
    backoff: () => 0.1,
    onnotice: () => {},
    types: { json, jsonb },
    connection: { application_name: "ringtrail jobs", TimeZone: "UTC", role: "ringtrail_api" },
  });
  return {
    executeSql: async (text, values = []) => {
      // Some of its texts are whole transactions, and the driver runs those only on a connection held for them.
      const held = await sql.reserve();
      try {
        return { rows: flatten(await held.unsafe(text, [...values] as postgres.ParameterOrJSON<never>[])) };
      } catch (error) {
        // A text that began a transaction and failed must not hand it on to whoever gets the connection next.
        await held.unsafe("rollback").catch(() => undefined);
        throw error;
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

/** Several statements in one text answer a list of lists; pg-boss asks for the rows of all of them. */
function flatten(rows: readonly unknown[]): Record<string, unknown>[] {
  return rows.flat() as Record<string, unknown>[];
}
