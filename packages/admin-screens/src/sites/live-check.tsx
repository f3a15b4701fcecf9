import type { SiteCheck } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatAgo } from "../format/format-time.ts";
import { useHost } from "../frame/host.tsx";
import { Pill } from "../parts/pill.tsx";
import { useNow } from "../parts/use-now.ts";

/** A page that was seen within this time is alive. */
const aliveMs = 15 * 60_000;

/** Whether the script is in the pages and does its work: "seen 3 minutes ago from 2 pages; last swap 3 minutes ago". */
export function LiveCheck(props: { readonly check: SiteCheck }): ReactNode {
  const { lastSeenAt, pages, lastSwapAt } = props.check;
  const { locale, timeZone } = useHost();
  const now = useNow(5_000);
  if (lastSeenAt === undefined) {
    return (
      <p role="status">
        <Pill tone="busy">{__("Not seen yet", "ringtrail")}</Pill>{" "}
        <span className="rt-soft">
          {__("Open one of your pages and agree to its banner: this line changes by itself.", "ringtrail")}
        </span>
      </p>
    );
  }
  const isAlive = now - Date.parse(lastSeenAt) < aliveMs;
  return (
    <p role="status">
      <Pill tone={isAlive ? "good" : "plain"} beats={isAlive}>
        {
          /* translators: 1: how long ago; 2: how many pages. */
          sprintf(
            _n("Seen %1$s from %2$d page", "Seen %1$s from %2$d pages", pages, "ringtrail"),
            formatAgo(Date.parse(lastSeenAt), now, locale, timeZone),
            pages,
          )
        }
      </Pill>{" "}
      <span className="rt-soft">
        {lastSwapAt === undefined
          ? __("No number was swapped yet: are there numbers in its pool, and does the page show yours?", "ringtrail")
          : /* translators: %s: how long ago. */
            sprintf(__("Last swap %s.", "ringtrail"), formatAgo(Date.parse(lastSwapAt), now, locale, timeZone))}
      </span>
    </p>
  );
}
