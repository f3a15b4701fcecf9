import { startTestCluster, type TestCluster } from "@ringtrail/database/testing";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A real PostgreSQL for this test run; every test that wants one clones a database of its own. */
    readonly cluster: TestCluster;
  }
}

/** One server per test run. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const { cluster, stop } = await startTestCluster();
  provide("cluster", cluster);
  return stop;
}
