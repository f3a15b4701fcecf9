import { describe, inject } from "vitest";
import { everyContract } from "@ringtrail/core/testing/contracts";
import { postgresWorld } from "./postgres-world.ts";

// The very suites the memory world passes, on the newest and on the oldest PostgreSQL we support.
describe("PostgreSQL 18, embedded", () => {
  everyContract(() => postgresWorld(inject("postgres18")));
});

const postgres15 = inject("postgres15");
describe.runIf(postgres15 !== undefined)("PostgreSQL 15, the system's", () => {
  if (postgres15 !== undefined) everyContract(() => postgresWorld(postgres15));
});
