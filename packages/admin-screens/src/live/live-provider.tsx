import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import type { LiveFeed, LiveState } from "./live-feed.ts";

/** News that come within this time of each other cause one reading. */
const gatherMs = 100;

const LiveContext = createContext<LiveState>("connecting");

/** How news reach the screens now. */
export function useLiveState(): LiveState {
  return useContext(LiveContext);
}

/** Reads again what news say has changed, for every screen below it. */
export function LiveProvider(props: { readonly feed: LiveFeed; readonly children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  const { feed } = props;

  useEffect(() => {
    const changed = new Set<string>();
    let missed = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readAgain = (): void => {
      timer = undefined;
      if (missed) void queries.invalidateQueries();
      else {
        void queries.invalidateQueries({ queryKey: ["calls"] });
        for (const call of changed) void queries.invalidateQueries({ queryKey: ["call", call] });
      }
      missed = false;
      changed.clear();
    };
    const soon = (): void => {
      timer ??= setTimeout(readAgain, gatherMs);
    };
    const stop = feed({
      heard: (call) => {
        changed.add(call);
        soon();
      },
      missed: () => {
        missed = true;
        soon();
      },
      state: setState,
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [feed, queries]);

  return <LiveContext.Provider value={state}>{props.children}</LiveContext.Provider>;
}
