import type { TestProject } from "vitest/node";
import { findPostgres15 } from "./find-postgres-15.ts";
import { startTestCluster, type TestCluster } from "./test-cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The embedded PostgreSQL 18. */
    readonly postgres18: TestCluster;
    /** The system's PostgreSQL 15, in the long lane and where there is one. */
    readonly postgres15: TestCluster | undefined;
  }
}

const isLong = process.env["RINGTRAIL_TEST_ALL"] === "1";

/** One server per version and test run; each test file clones a database of its own. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  if (!isLong) console.log("SKIP (npm run test:all runs it): all of this on PostgreSQL 15 too");
  const system = isLong ? findPostgres15() : undefined;
  if (isLong && system === undefined) console.log("SKIPPED on PostgreSQL 15: no PostgreSQL 15 on this machine.");
  const newest = await startTestCluster();
  const oldest = system === undefined ? undefined : await startTestCluster(system);
  provide("postgres18", newest.cluster);
  provide("postgres15", oldest?.cluster);
  return async () => {
    await newest.stop();
    await oldest?.stop();
  };
}
