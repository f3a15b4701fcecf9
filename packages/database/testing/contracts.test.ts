import { afterAll, describe, expect, inject } from "vitest";
import type { AccountId, VisitId, VisitorId } from "@ringtrail/core";
import type { PoolStore } from "@ringtrail/core/ports";
import {
  addedHoursContract,
  everyContract,
  joinedDaysContract,
  poolStoreContract,
} from "@ringtrail/core/testing/contracts";
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

// What is told is the same where nothing is joined; here something is.
const clusters = [
  ["PostgreSQL 18", inject("postgres18")],
  ...(postgres15 ? [["PostgreSQL 15", postgres15] as const] : []),
] as const;
describe.each(clusters)("%s, days joined", (_name, cluster) => {
  let joined = 0;
  joinedDaysContract(async () => {
    const world = await postgresWorld(cluster);
    const join = async (account: AccountId) => {
      const now = await world.overviews.join(account);
      joined += now;
      return now;
    };
    return { ...world, overviews: { ...world.overviews, join } };
  });
  afterAll(() => expect(joined).toBeGreaterThan(30));
});

// Of the last month only the hours that have changed are added up: by whatever script, on the newest and the oldest.
const scripts = process.env["RINGTRAIL_TEST_ALL"] === "1" ? 40 : 3;
describe.each(clusters)("%s, hours added up", (_name, cluster) => {
  addedHoursContract(() => postgresWorld(cluster), scripts);
});
