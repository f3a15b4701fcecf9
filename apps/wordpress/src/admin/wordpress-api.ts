import type { Host } from "@ringtrail/admin-screens";
import apiFetch, { type APIFetchOptions } from "@wordpress/api-fetch";
import { problemOf } from "./problem-of.ts";

async function ask<Answer>(options: APIFetchOptions<true>): Promise<Answer> {
  try {
    return await apiFetch<Answer>(options);
  } catch (refused) {
    throw Object.assign(new Error("refused"), { problem: problemOf(refused) });
  }
}

/** interim */
export function createWordPressApi(): Host["api"] {
  return {
    listCalls: ({ cursor, limit }) =>
      ask({
        path: `/ringtrail/v1/calls?limit=${limit}${cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`}`,
      }),
    call: (id) => ask({ path: `/ringtrail/v1/calls/${id}` }),
    pools: () => ask({ path: "/ringtrail/v1/pools" }),
    recordingLink: (id) => ask({ path: `/ringtrail/v1/recordings/${id}/links`, method: "POST" }),
  };
}
