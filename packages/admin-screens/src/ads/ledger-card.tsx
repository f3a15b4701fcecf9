import { useInfiniteQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatMoney } from "../format/format-money.ts";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type AdsApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Earlier } from "../parts/earlier.tsx";
import { Link } from "../parts/link.tsx";
import { Loaded } from "../parts/loaded.tsx";
import { platformWords, toldWords } from "./ad-words.ts";
import { ledgerKey } from "./ads-key.ts";

/** Which calls platforms know of, for how much, and what became of it. */
export function LedgerCard(props: { readonly api: AdsApi }): ReactNode {
  const { locale, timeZone } = useHost();
  const names = [
    __("Platform", "ringtrail"),
    __("Click", "ringtrail"),
    __("Value", "ringtrail"),
    __("What became of it", "ringtrail"),
  ] as const;
  const ledger = useInfiniteQuery({
    queryKey: ledgerKey,
    queryFn: ({ pageParam }) => props.api.conversions({ cursor: pageParam, limit: 100 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    refetchInterval: 60_000,
  });
  return (
    <Card title={__("What platforms know", "ringtrail")} aside={__("Calls of the last 90 days", "ringtrail")}>
      <Loaded query={ledger}>
        {({ pages }) => {
          const conversions = pages.flatMap((page) => page.conversions);
          return conversions.length === 0 ? (
            <p className="rt-soft">
              {__("No call was told yet. A file counts here once it was made with --mark.", "ringtrail")}
            </p>
          ) : (
            <table className="rt-sales">
              <thead>
                <tr>
                  <th scope="col">{__("Call", "ringtrail")}</th>
                  {names.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {conversions.map((one) => (
                  <tr key={`${one.platform} ${one.how} ${one.id}`}>
                    <th scope="row">
                      <Link to={{ screen: "call", call: one.call }}>
                        {formatDateTime(Date.parse(one.at), locale, timeZone)}
                      </Link>
                    </th>
                    <td data-name={names[0]}>{platformWords(one.platform)}</td>
                    <td data-name={names[1]}>{one.click === undefined ? "–" : <code>{one.click}</code>}</td>
                    <td data-name={names[2]}>
                      {one.value === undefined
                        ? "–"
                        : formatMoney({ cents: one.value.amount * 100, currency: one.value.currency }, locale)}
                    </td>
                    <td data-name={names[3]}>{toldWords(one)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        }}
      </Loaded>
      <Earlier list={ledger}>{__("Earlier ones", "ringtrail")}</Earlier>
    </Card>
  );
}
