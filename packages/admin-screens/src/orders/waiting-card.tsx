import { useInfiniteQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type OrdersApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Earlier } from "../parts/earlier.tsx";
import { Link } from "../parts/link.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { channelWords } from "../words/channel-words.ts";
import type { Days } from "../parts/last-days.ts";

/** Calls no order has been found of, newest first. */
export function WaitingCard(props: { readonly api: OrdersApi; readonly days: Days }): ReactNode {
  const { api, days } = props;
  const { locale, timeZone } = useHost();
  const list = useInfiniteQuery({
    queryKey: ["waiting-calls", days],
    queryFn: ({ pageParam }) => api.waitingCalls({ ...days, cursor: pageParam, limit: 25 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  return (
    <Card title={__("Calls waiting for an order", "ringtrail")}>
      <Loaded query={list}>
        {({ pages }) => {
          const calls = pages.flatMap((page) => page.calls);
          return calls.length === 0 ? (
            <p className="rt-soft">{__("No call waits for an order.", "ringtrail")}</p>
          ) : (
            <ul className="rt-waiting">
              {calls.map(({ id, rangAt, channel }) => (
                <li key={id}>
                  <Link to={{ screen: "call", call: id }}>{formatDateTime(Date.parse(rangAt), locale, timeZone)}</Link>
                  <span className="rt-soft">
                    {channel === undefined ? __("No visit known", "ringtrail") : channelWords(channel)}
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <Earlier list={list}>{__("Earlier ones", "ringtrail")}</Earlier>
    </Card>
  );
}
