import type { CallFlowShown, KeptCallFlow } from "@ringtrail/api-contract";
import { useMutation, useQueryClient, type UseMutationResult } from "@tanstack/react-query";
import { flowKey } from "../consent/announcements/flow-key.ts";
import type { FlowsApi } from "../frame/host.tsx";

/** Keeps a site's flow with something of it changed; what others changed meanwhile stays theirs. */
export function useKeepFlow(
  api: FlowsApi,
  site: string,
): UseMutationResult<KeptCallFlow, Error, Partial<CallFlowShown>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (change: Partial<CallFlowShown>) =>
      api.setCallFlow(site, { ...(await api.callFlow(site)).flow, ...change }),
    onSuccess: (kept) => {
      queries.setQueryData(flowKey(site), kept);
      for (const queryKey of [["sites"], ["pools"]]) void queries.invalidateQueries({ queryKey });
    },
  });
}
