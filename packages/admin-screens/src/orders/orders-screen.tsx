import { wholeList } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import { zoneHere } from "../destinations/zone-here.ts";
import { useHost, type OrdersApi } from "../frame/host.tsx";
import { Blank } from "../parts/blank.tsx";
import { lastDays } from "../parts/last-days.ts";
import { PeriodChoice } from "../parts/period-choice.tsx";
import { useNow } from "../parts/use-now.ts";
import { OrderRulesCard } from "./order-rules-card.tsx";
import { RevenueCard } from "./revenue-card.tsx";
import { ShopOrdersCard } from "./shop-orders-card.tsx";
import { TrackerNotice } from "./tracker-notice.tsx";
import { WaitingCard } from "./waiting-card.tsx";

/** What shops sold by phone and on the web, which rule found each order's call, and which calls wait for an order. */
export function OrdersScreen(): ReactNode {
  const { orders } = useHost();
  const [count, setCount] = useState(30);
  return (
    <>
      <header className="rt-head">
        <h1>{__("Orders", "ringtrail")}</h1>
        <PeriodChoice count={count} onChoose={setCount} />
      </header>
      {orders === undefined ? (
        <div className="rt-card">
          <Blank
            title={__("Orders are shown in the console", "ringtrail")}
            words={__("Open the console of your Ringtrail server, or the list of orders in your shop.", "ringtrail")}
          />
        </div>
      ) : (
        <Sales api={orders} count={count} />
      )}
    </>
  );
}

function Sales(props: { readonly api: OrdersApi; readonly count: number }): ReactNode {
  const { api, count } = props;
  const { timeZone } = useHost();
  const days = lastDays(count, useNow(60_000), timeZone ?? zoneHere());
  const sites =
    useQuery({ queryKey: ["sites"], queryFn: () => wholeList((page) => api.sites(page)) }).data?.sites ?? [];
  return (
    <div className="rt-column">
      <TrackerNotice api={api} />
      <RevenueCard api={api} days={days} />
      <ShopOrdersCard api={api} days={days} />
      <WaitingCard api={api} days={days} />
      {sites.map((site) => (
        <OrderRulesCard key={site.id} api={api} site={site} isOnly={sites.length === 1} />
      ))}
    </div>
  );
}
