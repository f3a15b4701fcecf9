import { __ } from "@wordpress/i18n";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useRef, type ReactNode } from "react";
import { useHost } from "../frame/host.tsx";
import { LiveLamp } from "../live/live-lamp.tsx";
import { Loaded } from "../parts/loaded.tsx";
import type { CallsFilter } from "../frame/place.ts";
import { CallsFilterBar } from "./calls-filter-bar.tsx";
import { askedOf } from "./filter-asked.ts";
import { LaterTable } from "./later-table.tsx";
import { NoCalls } from "./no-calls.tsx";
import { SpamChoice } from "./spam-choice.tsx";
import { useListKeys } from "./use-list-keys.ts";
import { Earlier } from "../parts/earlier.tsx";

const perPage = 50;

/** Every call, newest first, or those a filter leaves. New calls appear by themselves while they ring. */
export function CallsScreen(props: { readonly filter: CallsFilter }): ReactNode {
  const { filter } = props;
  const { api } = useHost();
  const [list, search] = [useRef<HTMLDivElement>(null), useRef<HTMLInputElement>(null)];
  useListKeys(list, search);
  const calls = useInfiniteQuery({
    queryKey: ["calls", filter],
    queryFn: ({ pageParam }) => api.listCalls({ cursor: pageParam, limit: perPage, ...askedOf(filter) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  });

  return (
    <>
      <header className="rt-head">
        <h1>{__("Calls", "ringtrail")}</h1>
        <SpamChoice filter={filter} />
        <LiveLamp />
      </header>
      <CallsFilterBar key={filter.words ?? ""} filter={filter} search={search} />
      <Loaded query={calls}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.calls);
          return (
            <div ref={list} className="rt-card rt-list">
              {rows.length === 0 ? (
                <NoCalls isNarrowed={Object.keys(filter).length > 0} />
              ) : (
                <LaterTable calls={rows} />
              )}
              <Earlier list={calls}>{__("Earlier calls", "ringtrail")}</Earlier>
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
