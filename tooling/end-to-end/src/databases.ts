import { findPostgres15, freshDatabase, startTestCluster } from "@ringtrail/database/testing";

/** A kind of database the main job runs on. */
export interface DatabaseKind {
  readonly name: string;
  /** Makes an empty database; undefined means the embedded one in the data folder. */
  readonly open: () => Promise<{ readonly url: string | undefined; readonly close: () => Promise<void> }>;
}

/** The one in the data folder, as `npm start` has it. */
export const embeddedDatabase: DatabaseKind = {
  name: "the embedded PostgreSQL",
  open: async () => ({ url: undefined, close: async () => {} }),
};

/** Debian's PostgreSQL 15 by DATABASE_URL, in the long lane and where there is one. */
export function postgres15(): DatabaseKind | undefined {
  if (process.env["RINGTRAIL_TEST_ALL"] !== "1") {
    console.log("SKIP (npm run test:all runs it): the calls on PostgreSQL 15 too");
    return undefined;
  }
  const system = findPostgres15();
  if (system === undefined) {
    console.log("SKIP the calls on PostgreSQL 15: no PostgreSQL 15 on this machine");
    return undefined;
  }
  return {
    name: "PostgreSQL 15 by DATABASE_URL",
    open: async () => {
      const { cluster, stop } = await startTestCluster(system);
      const database = await freshDatabase(cluster);
      return { url: database.url, close: stop };
    },
  };
}

/** Every kind that can be had here and now. */
export function databaseKinds(): readonly DatabaseKind[] {
  const system = postgres15();
  return system === undefined ? [embeddedDatabase] : [embeddedDatabase, system];
}
