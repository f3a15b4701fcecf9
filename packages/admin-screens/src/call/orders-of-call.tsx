import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatMoney } from "../format/format-money.ts";
import { formatDateTime } from "../format/format-time.ts";
import { useHost, type NotesApi } from "../frame/host.tsx";
import { ruleWords } from "../orders/order-words.ts";
import { Link } from "../parts/link.tsx";

/** Orders that are credited through the call, each with the rule that found it. Nothing while there are none. */
export function OrdersOfCall(props: { readonly api: NotesApi; readonly call: string }): ReactNode {
  const { api, call } = props;
  const { locale, timeZone } = useHost();
  const orders = useQuery({ queryKey: ["call-orders", call], queryFn: () => api.callOrders(call) });
  const found = orders.data?.orders ?? [];
  if (found.length === 0) return null;
  return (
    <ul className="rt-orders-of-call">
      {found.map((order) => (
        <li key={`${order.shop} ${order.id}`}>
          <Link to={{ screen: "orders" }}>{order.number}</Link>{" "}
          <strong>
            {order.cancelled
              ? __("cancelled", "ringtrail")
              : formatMoney({ cents: order.net * 100, currency: order.currency }, locale)}
          </strong>{" "}
          <span className="rt-faint">
            {formatDateTime(Date.parse(order.placedAt), locale, timeZone)} · {ruleWords(order)}
          </span>
        </li>
      ))}
    </ul>
  );
}
