import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams } from "../paging.ts";
import { PoolState } from "../shapes/pool-state.ts";

/** Every pool of the account. */
export const PoolList = z.object({ pools: z.array(PoolState) }).meta({ id: "PoolList" });
export type PoolList = z.infer<typeof PoolList>;

/** The pools and their numbers now. */
export const listPools = defineEndpoint({
  method: "GET",
  path: "/v1/pools",
  name: "listPools",
  summary: "Every pool and the state of its numbers now",
  scope: "pools:read",
  status: 200,
  response: PoolList,
  problems: [],
});

/** What a pool does when every number is held. */
export const PoolPolicy = z
  .strictObject({
    exclusive: z
      .boolean()
      .describe("True: a visit is shown its source's number, or else the page's own. False: two visits share one."),
  })
  .meta({ id: "PoolPolicy" });
export type PoolPolicy = z.infer<typeof PoolPolicy>;

export const choosePoolPolicy = defineEndpoint({
  method: "PUT",
  path: "/v1/pools/{id}/policy",
  name: "choosePoolPolicy",
  summary: "Say what visits are shown when every number of a pool is held; no call is ever turned away",
  scope: "numbers:write",
  params: IdParams,
  body: PoolPolicy,
  status: 200,
  response: PoolPolicy,
  problems: ["pool_unknown"],
});
