import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatLength } from "../format/format-length.ts";
import { formatPhone } from "../format/format-phone.ts";
import { Pill } from "../parts/pill.tsx";
import { useNow } from "../parts/use-now.ts";
import type { NumberShown } from "@ringtrail/api-contract";
import { channelWords } from "../words/channel-words.ts";
import { leaseWords } from "../words/lease-words.ts";

/** One number now. */
export function NumberTile(props: { readonly number: NumberShown; readonly isFlagged: boolean }): ReactNode {
  const { number } = props;
  const words = leaseWords(number.state);
  const now = useNow(words.isLent ? 1_000 : 60_000);
  const leftMs = number.until === undefined ? 0 : Date.parse(number.until) - now;
  return (
    <li className="rt-number" data-lent={words.isLent ? "" : undefined} data-state={number.state}>
      <span className="rt-number-line">
        <strong>{formatPhone(number.e164)}</strong>
        <Pill tone={words.tone} beats={number.state === "active"}>
          {words.name}
        </Pill>
      </span>
      <span className="rt-number-line rt-faint">
        <span>{channelWords(number.slice)}</span>
        {/* translators: %s: a length of time such as 4:59. */}
        {words.isLent && leftMs > 0 ? <span>{sprintf(__("for %s", "ringtrail"), formatLength(leftMs))}</span> : null}
      </span>
      {props.isFlagged ? (
        <span className="rt-bad">{__("flagged: called although nobody is shown it", "ringtrail")}</span>
      ) : null}
      {number.sharers > 0 ? (
        <span className="rt-faint">
          {
            /* translators: %d: how many other visits see this number too. */
            sprintf(
              _n("shared with %d other visit", "shared with %d other visits", number.sharers, "ringtrail"),
              number.sharers,
            )
          }
        </span>
      ) : null}
    </li>
  );
}
