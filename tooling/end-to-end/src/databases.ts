import { findPostgres15, freshDatabase, startTestCluster } from "@ringtrail/database/testing";

/** A kind of database the main job runs on. */
export interface DatabaseKind {
  readonly name: string;
  /** Makes an empty database; undefined means the embedded one in the data folder. */
  readonly open: () => Promise<{ readonly url: string | undefined; readonly close: () => Promise<void> }>;
}

const embedded: DatabaseKind = {
  name: "the embedded PostgreSQL",
  open: async () => ({ url: undefined, close: async () => {} }),
};

/** The embedded database, and Debian's PostgreSQL 15 by DATABASE_URL where there is one. */
export function databaseKinds(): readonly DatabaseKind[] {
  const system = findPostgres15();
  if (system === undefined) {
    console.log("SKIP the main job on PostgreSQL 15: no PostgreSQL 15 on this machine");
    return [embedded];
  }
  const postgres15: DatabaseKind = {
    name: "PostgreSQL 15 by DATABASE_URL",
    open: async () => {
      const { cluster, stop } = await startTestCluster(system);
      const database = await freshDatabase(cluster);
      return { url: database.url, close: stop };
    },
  };
  return [embedded, postgres15];
}
