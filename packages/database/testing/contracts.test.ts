import { describe, inject } from "vitest";
import type { VisitId, VisitorId } from "@ringtrail/core";
import type { PoolStore } from "@ringtrail/core/ports";
import { everyContract, poolStoreContract } from "@ringtrail/core/testing/contracts";
import { makeId } from "../src/make-id.ts";
import { postgresWorld } from "./postgres-world.ts";

// The very suites the memory world passes, on the newest and on the oldest PostgreSQL we support.
describe("PostgreSQL 18, embedded", () => {
  everyContract(() => postgresWorld(inject("postgres18")));
});

// A lone visit is served by a statement of its own, and here no visit is alone: somebody who wants no number comes along.
describe("PostgreSQL 18, served together", () => {
  poolStoreContract(async () => {
    const world = await postgresWorld(inject("postgres18"));
    const lend: PoolStore["lend"] = async (account, visit, plans) => {
      const companion = { ...visit, id: makeId<VisitId>(), visitor: makeId<VisitorId>() };
      const [lent] = await Promise.all([
        world.pools.lend(account, visit, plans),
        world.pools.lend(account, companion, []),
      ]);
      return lent;
    };
    return { ...world, pools: { ...world.pools, lend } };
  });
});

const postgres15 = inject("postgres15");
describe.runIf(postgres15 !== undefined)("PostgreSQL 15, the system's", () => {
  if (postgres15 !== undefined) everyContract(() => postgresWorld(postgres15));
});
