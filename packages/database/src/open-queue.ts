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

/** One connection, as `ringtrail_api`. A driver of its own, which makes the connection again when it was lost. */
const openLine = (url: string) =>
  postgres(url, {
    max: 1,
    connect_timeout: 5,
    backoff: () => 0.1,
    onnotice: () => {},
    types: { json, jsonb },
    connection: { application_name: "ringtrail jobs", TimeZone: "UTC", role: "ringtrail_api" },
  });

type Line = ReturnType<typeof openLine>;

/**
 * Opens the queue's own connections, as `ringtrail_api`, which owns what pg-boss makes in the schema `jobs`.
 *
 * Some of pg-boss's texts are whole transactions, so each text has a connection to itself. The connections are no pool
 * of the driver's: one that it lends out for a while comes back from an outage dead, and is lent out again.
 */
export function openQueue(url: string, connections = 3): QueueDatabase {
  const lines = Array.from({ length: connections }, () => openLine(url));
  const listener = openLine(url);
  const free = [...lines];
  const waiting: ((line: Line) => void)[] = [];
  const take = (): Promise<Line> => {
    const line = free.pop();
    return line === undefined ? new Promise((resolve) => void waiting.push(resolve)) : Promise.resolve(line);
  };
  const giveBack = (line: Line): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(line);
    else next(line);
  };
  return {
    executeSql: async (text, values = []) => {
      const line = await take();
      try {
        return { rows: flatten(await line.unsafe(text, [...values] as postgres.ParameterOrJSON<never>[])) };
      } catch (error) {
        // A text that began a transaction and failed must not hand it on to whoever gets the connection next.
        await line.unsafe("rollback").catch(() => undefined);
        throw error;
      } finally {
        giveBack(line);
      }
    },
    listen: async (channel, onNotification, onReconnect) => {
      const { unlisten } = await listener.listen(channel, onNotification, onReconnect);
      return { close: unlisten };
    },
    close: async () => void (await Promise.all([listener, ...lines].map((line) => line.end({ timeout: 5 })))),
  };
}

/** Several statements in one text answer a list of lists; pg-boss asks for the rows of all of them. */
function flatten(rows: readonly unknown[]): Record<string, unknown>[] {
  return rows.flat() as Record<string, unknown>[];
}
