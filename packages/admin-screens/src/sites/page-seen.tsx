import type { PageLook } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatAgo } from "../format/format-time.ts";
import { useHost } from "../frame/host.tsx";
import { useNow } from "../parts/use-now.ts";

/** What visitors' browsers told of the one page that is looked at, after every program in it had run. */
export function PageSeen(props: { readonly seen: NonNullable<PageLook["seen"]> }): ReactNode {
  const { visits, lastSeenAt, lastSwapAt } = props.seen;
  const { locale, timeZone } = useHost();
  const now = useNow(5_000);
  const ago = (instant: string): string => formatAgo(Date.parse(instant), now, locale, timeZone);
  if (lastSeenAt === undefined) {
    return (
      <p className="rt-soft">{__("No visitor who agreed has opened this page in the last 30 days.", "ringtrail")}</p>
    );
  }
  return (
    <p className="rt-soft">
      {sprintf(
        /* translators: 1: how long ago; 2: how many visits. */
        _n(
          "This page was opened %1$s, by %2$d visit in the last 30 days.",
          "This page was opened %1$s, by %2$d visits in the last 30 days.",
          visits,
          "ringtrail",
        ),
        ago(lastSeenAt),
        visits,
      )}{" "}
      {lastSwapAt === undefined
        ? __("None of them saw a number of yours in place of its own.", "ringtrail")
        : /* translators: %s: how long ago. */
          sprintf(__("A number of yours last stood on it %s.", "ringtrail"), ago(lastSwapAt))}
    </p>
  );
}
