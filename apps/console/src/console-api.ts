import type { Host } from "@ringtrail/admin-screens";

class Refused extends Error {
  readonly problem: unknown;
  constructor(problem: unknown) {
    super("refused");
    this.problem = problem;
  }
}

/** interim */
export function createConsoleApi(): Host["api"] {
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await fetch(path, init);
    if (!answer.ok) throw new Refused(await answer.json());
    return answer.json();
  };
  return {
    listCalls: ({ cursor, limit }) =>
      ask(`/v1/calls?limit=${limit}${cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`}`),
    call: (id) => ask(`/v1/calls/${id}`),
    pools: () => ask("/v1/pools"),
    recordingLink: (id) => ask(`/v1/recordings/${id}/links`, { method: "POST" }),
  };
}
