import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatClock } from "../format/format-time.ts";
import { useHost } from "../frame/host.tsx";
import { Card } from "../parts/card.tsx";
import type { CallDetail } from "@ringtrail/api-contract";
import { toldOnce } from "./told-once.ts";
import { momentWords } from "../words/moment-words.ts";

/** What happened on the call, in order. */
export function TimelineCard(props: { readonly call: CallDetail }): ReactNode {
  const { locale, timeZone } = useHost();
  return (
    <Card title={__("Timeline", "ringtrail")}>
      <ol className="rt-story">
        {toldOnce(props.call.timeline).map((moment) => {
          const { words, tone } = momentWords(moment);
          return (
            <li key={`${moment.at} ${moment.kind}`} data-tone={tone}>
              <span>{words}</span>
              <time className="rt-faint" dateTime={moment.at}>
                {formatClock(Date.parse(moment.at), locale, timeZone)}
              </time>
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
