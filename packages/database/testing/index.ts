// What other packages' tests may import: a real PostgreSQL for a test run, and a world on it.
export { findPostgres15 } from "./find-postgres-15.ts";
export { postgresWorld } from "./postgres-world.ts";
export { freshDatabase, must, startTestCluster } from "./test-cluster.ts";
export type { TestCluster, TestDatabase } from "./test-cluster.ts";
