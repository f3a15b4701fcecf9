import { useInfiniteQuery } from "@tanstack/react-query";
import type { OrderShown } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatMoney } from "../format/format-money.ts";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type OrdersApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Earlier } from "../parts/earlier.tsx";
import { Link } from "../parts/link.tsx";
import { Loaded } from "../parts/loaded.tsx";
import type { Days } from "../parts/last-days.ts";
import { ruleWords } from "./order-words.ts";

const perPage = 50;

/** The newest orders, each with the rule that found its call and a way to that call. */
export function ShopOrdersCard(props: { readonly api: OrdersApi; readonly days: Days }): ReactNode {
  const { api, days } = props;
  const list = useInfiniteQuery({
    queryKey: ["orders", days],
    queryFn: ({ pageParam }) => api.orders({ ...days, cursor: pageParam, limit: perPage }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  });
  return (
    <Card title={__("Orders, and the rule that found their call", "ringtrail")}>
      <Loaded query={list}>
        {({ pages }) => {
          const orders = pages.flatMap((page) => page.orders);
          return orders.length === 0 ? (
            <p className="rt-soft">{__("No orders yet.", "ringtrail")}</p>
          ) : (
            <table className="rt-sales rt-shop-orders">
              <thead>
                <tr>
                  <th scope="col">{__("Order", "ringtrail")}</th>
                  <th scope="col">{__("Placed", "ringtrail")}</th>
                  <th scope="col">{__("What is left of it", "ringtrail")}</th>
                  <th scope="col">{__("Found by", "ringtrail")}</th>
                </tr>
              </thead>
              <tbody>
                {orders.map((order) => (
                  <OrderRow key={`${order.shop} ${order.id}`} order={order} />
                ))}
              </tbody>
            </table>
          );
        }}
      </Loaded>
      <Earlier list={list}>{__("Earlier ones", "ringtrail")}</Earlier>
    </Card>
  );
}

function OrderRow(props: { readonly order: OrderShown }): ReactNode {
  const { order } = props;
  const { locale, timeZone } = useHost();
  const words = ruleWords(order);
  return (
    <tr>
      <th scope="row">
        {order.number} <span className="rt-faint rt-break">{order.shop}</span>
      </th>
      <td data-name={__("Placed", "ringtrail")}>{formatDateTime(Date.parse(order.placedAt), locale, timeZone)}</td>
      <td data-name={__("What is left of it", "ringtrail")}>
        {order.cancelled
          ? __("cancelled", "ringtrail")
          : formatMoney({ cents: order.net * 100, currency: order.currency }, locale)}
      </td>
      <td data-name={__("Found by", "ringtrail")}>
        {order.call === undefined ? words : <Link to={{ screen: "call", call: order.call }}>{words}</Link>}
      </td>
    </tr>
  );
}
