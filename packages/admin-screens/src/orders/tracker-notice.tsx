import { wholeList } from "@ringtrail/api-contract";
import { useQuery } from "@tanstack/react-query";
import { Notice } from "@wordpress/components";
import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatAgo } from "../format/format-time.ts";
import { useHost, type OrdersApi } from "../frame/host.tsx";
import { useNow } from "../parts/use-now.ts";

/** Warns of another call tracker in the pages. Where none is there is nothing to say. */
export function TrackerNotice(props: { readonly api: OrdersApi }): ReactNode {
  const { api } = props;
  const { locale, timeZone } = useHost();
  const now = useNow(60_000);
  const seen =
    useQuery({ queryKey: ["other-trackers"], queryFn: () => wholeList((page) => api.otherTrackers(page)) }).data
      ?.trackers ?? [];
  return seen.map(({ site, name, lastSeenAt }) => (
    <Notice key={`${site} ${name}`} status="warning" isDismissible={false}>
      {sprintf(
        /* translators: 1: a name such as callrail.com. 2: how long ago, such as 3 minutes ago. */
        __(
          "Your pages also load the call tracker %1$s (last seen %2$s). Two of them change the same number in turn. Ringtrail leaves the other one alone: take one of them out.",
          "ringtrail",
        ),
        name,
        formatAgo(Date.parse(lastSeenAt), now, locale, timeZone),
      )}
    </Notice>
  ));
}
