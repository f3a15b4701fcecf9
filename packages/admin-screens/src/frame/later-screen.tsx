import { useQuery } from "@tanstack/react-query";
import type { ComponentType, ReactNode } from "react";
import { Loaded } from "../parts/loaded.tsx";

/**
 * A screen whose code is loaded when somebody goes there. It is on its way, there, or failed with a way to try again,
 * like everything else that comes over the network.
 */
export function LaterScreen(props: {
  readonly name: string;
  /** Loads the screen's code; asked once, and again after a failure. */
  readonly load: () => Promise<ComponentType>;
}): ReactNode {
  const { name, load } = props;
  const code = useQuery({
    queryKey: ["screen", name],
    queryFn: async () => ({ Screen: await load() }),
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return <Loaded query={code}>{({ Screen }) => <Screen />}</Loaded>;
}
