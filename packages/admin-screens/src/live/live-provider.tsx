import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from "react";
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
  const isOnline = useSyncExternalStore(listenToNetwork, () => navigator.onLine);
  const { feed } = props;

  useEffect(() => {
    const changed = new Set<string>();
    let missed = false;
    let isDue = false;
    let isPolling = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readAgain = (): void => {
      timer = undefined;
      // A host that takes longer than the time between two looks must still come to an end of one.
      const gently = { cancelRefetch: !isPolling };
      if (missed) void queries.invalidateQueries({}, gently);
      else if (isDue)
        for (const name of ["calls", "call"]) void queries.invalidateQueries({ queryKey: [name] }, gently);
      else {
        void queries.invalidateQueries({ queryKey: ["calls"] });
        for (const call of changed) void queries.invalidateQueries({ queryKey: ["call", call] });
      }
      missed = false;
      isDue = false;
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
      due: () => {
        isDue = true;
        soon();
      },
      state: (now) => {
        isPolling = now === "polling";
        setState(now);
      },
    });
    // A network that comes back may have kept news from us.
    const whenBack = (): void => {
      missed = true;
      soon();
    };
    window.addEventListener("online", whenBack);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", whenBack);
      stop();
    };
  }, [feed, queries]);

  return <LiveContext.Provider value={isOnline ? state : "offline"}>{props.children}</LiveContext.Provider>;
}

function listenToNetwork(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
