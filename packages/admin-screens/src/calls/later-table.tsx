import { useQuery } from "@tanstack/react-query";
import type { CallSummary } from "@ringtrail/api-contract";
import type { ReactNode } from "react";
import { Loaded } from "../parts/loaded.tsx";

/**
 * The table of calls, whose code is asked for at the first call there is: WordPress's DataViews is larger than all the
 * rest of the first load, and nobody else needs it.
 */
export function LaterTable(props: { readonly calls: readonly CallSummary[] }): ReactNode {
  const code = useQuery({
    queryKey: ["screen", "calls-table"],
    queryFn: async () => ({ Table: (await import("./calls-table.tsx")).CallsTable }),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return <Loaded query={code}>{({ Table }) => <Table calls={props.calls} />}</Loaded>;
}
