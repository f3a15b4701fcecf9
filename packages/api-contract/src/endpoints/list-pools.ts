import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
import { IdParams, NextPage, LongPageQuery } from "../paging.ts";
import { PoolState } from "../shapes/pool-state.ts";

/** Pools of the account. */
export const PoolList = NextPage.extend({ pools: z.array(PoolState) }).meta({ id: "PoolList" });
export type PoolList = z.infer<typeof PoolList>;

/** The pools and their numbers now. */
export const listPools = defineEndpoint({
  method: "GET",
  path: "/v1/pools",
  name: "listPools",
  summary: "Pools and the state of their numbers now, page by page",
  scope: "pools:read",
  query: LongPageQuery,
  status: 200,
  response: PoolList,
  problems: ["cursor_malformed"],
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
