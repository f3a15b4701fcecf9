import { useQuery } from "@tanstack/react-query";
import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { OrdersApi } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import { Loaded } from "../parts/loaded.tsx";
import type { Days } from "../parts/last-days.ts";
import type { By } from "./order-words.ts";
import { RevenueTable } from "./revenue-table.tsx";

/** What was sold by phone and on the web, row by row, beside what ads cost. The rows add up to the last one. */
export function RevenueCard(props: { readonly api: OrdersApi; readonly days: Days }): ReactNode {
  const { api, days } = props;
  const [by, setBy] = useState<By>("channel");
  const report = useQuery({
    queryKey: ["revenue", days, by],
    queryFn: () => api.revenueReport({ ...days, by }),
    placeholderData: (before) => before,
  });
  return (
    <Card
      title={__("Revenue by phone and on the web", "ringtrail")}
      aside={
        <label className="rt-by">
          {__("By", "ringtrail")}{" "}
          <select value={by} onChange={({ target }) => setBy(target.value === "campaign" ? "campaign" : "channel")}>
            <option value="channel">{__("channel", "ringtrail")}</option>
            <option value="campaign">{__("campaign", "ringtrail")}</option>
          </select>
        </label>
      }
    >
      <Loaded query={report}>
        {(shown) => (shown.rows.length === 0 ? <NoRevenue /> : <RevenueTable shown={shown} by={by} />)}
      </Loaded>
    </Card>
  );
}

function NoRevenue(): ReactNode {
  return (
    <p className="rt-soft">
      {__(
        "No orders yet. A connected shop tells each one when it comes in; any other shop tells it by the API.",
        "ringtrail",
      )}
    </p>
  );
}
