export { authTables } from "./auth-tables.ts";
export { createStores } from "./create-stores.ts";
export type { StoreOptions, Stores, StoreTrouble } from "./create-stores.ts";
export type { KeySource, KeyTrouble } from "./keys/master-key.ts";
export { makeId } from "./make-id.ts";
export { migrate } from "./migrate.ts";
export type { MigrationTrouble } from "./migrate.ts";
export { openQueue } from "./open-queue.ts";
export type { QueueDatabase } from "./open-queue.ts";
