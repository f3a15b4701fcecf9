import type { OverviewShown, OverviewTotals } from "@ringtrail/api-contract";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatAmount } from "../format/format-amount.ts";
import { formatCount } from "../format/format-count.ts";
import { formatShare } from "../format/format-share.ts";
import { useHost } from "../frame/host.tsx";
import type { CallsFilter } from "../frame/place.ts";
import { Figure } from "./figure.tsx";

/** What the days come to, each figure beside the one it is compared with. */
export function Figures(props: { readonly overview: OverviewShown; readonly calls: CallsFilter }): ReactNode {
  const { total, before, currency } = props.overview;
  const { locale } = useHost();
  const was = (shown: string): string =>
    /* translators: %s: the same figure in earlier days. */
    sprintf(__("%s before", "ringtrail"), shown);
  const count = (name: string, of: (totals: OverviewTotals) => number, only: CallsFilter): ReactNode => (
    <Figure
      name={name}
      shown={formatCount(of(total), locale)}
      calls={{ ...props.calls, ...only }}
      now={of(total)}
      before={before && of(before)}
      shownBefore={before && was(formatCount(of(before), locale))}
    />
  );
  const amount = (name: string, of: (totals: OverviewTotals) => number | undefined): ReactNode => (
    <Figure
      name={name}
      shown={shownAmount(of(total), currency, locale)}
      calls={props.calls}
      now={of(total)}
      before={before && of(before)}
      shownBefore={before && was(shownAmount(of(before), currency, locale))}
    />
  );
  const answered = total.calls === 0 ? "" : ` (${formatShare(total.answered / total.calls, locale)})`;
  return (
    <ul className="rt-figures" aria-label={__("Figures", "ringtrail")}>
      {count(__("Calls", "ringtrail"), ({ calls }) => calls, {})}
      <Figure
        name={__("Answered", "ringtrail")}
        shown={`${formatCount(total.answered, locale)}${answered}`}
        calls={{ ...props.calls, outcome: "answered" }}
        now={total.answered}
        before={before?.answered}
        shownBefore={before && was(formatCount(before.answered, locale))}
      />
      {count(__("Missed", "ringtrail"), ({ missed }) => missed, { outcome: "missed" })}
      {count(__("First-time callers", "ringtrail"), ({ firstTime }) => firstTime, { firstTime: "yes" })}
      {amount(__("Revenue", "ringtrail"), ({ value }) => value)}
      {amount(__("Ad cost", "ringtrail"), ({ cost }) => cost)}
      {amount(__("Cost per call", "ringtrail"), ({ costPerCall }) => costPerCall)}
      {count(__("Flagged as spam", "ringtrail"), ({ spam }) => spam, { spam: "only" })}
    </ul>
  );
}

function shownAmount(amount: number | undefined, currency: string | undefined, locale: string | undefined): string {
  return amount === undefined || (currency === undefined && amount === 0)
    ? "–"
    : formatAmount(amount, currency, locale);
}
