import { z } from "zod";
import { defineEndpoint } from "../endpoint.ts";
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
