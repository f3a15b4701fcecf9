import type { PollutionReport } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatPhone } from "../../format/format-phone.ts";
import { formatAgo } from "../../format/format-time.ts";
import { useHost } from "../../frame/host.tsx";
import { Card } from "../../parts/card.tsx";
import { Loaded } from "../../parts/loaded.tsx";
import { useNow } from "../../parts/use-now.ts";

/** Numbers that people call although nobody is shown them: copied into a directory, or given back too soon. */
export function PollutionCard(props: {
  readonly report: {
    readonly data: PollutionReport | undefined;
    readonly error: Error | null;
    readonly refetch: () => unknown;
  };
}): ReactNode {
  const { locale, timeZone } = useHost();
  const now = useNow(60_000);
  return (
    <Card title={__("Called although nobody is shown them", "ringtrail")} aside={__("The last 30 days", "ringtrail")}>
      <Loaded query={props.report}>
        {({ numbers }) =>
          numbers.length === 0 ? (
            <p className="rt-soft">
              {__(
                "None: every number that was called had been shown to somebody, or stands for a source.",
                "ringtrail",
              )}
            </p>
          ) : (
            <ul className="rt-overrides">
              {numbers.map(({ e164, connection, why, calls, lastAt }) => (
                <li key={`${connection} ${e164}`} className="rt-change">
                  <div>
                    <strong>{formatPhone(e164)}</strong>
                  </div>
                  <div>
                    <p>{whyWords(why)}</p>
                    <p className="rt-faint">
                      {sprintf(
                        /* translators: %d: how many calls. */
                        _n("%d call", "%d calls", calls, "ringtrail"),
                        calls,
                      )}
                      , {formatAgo(Date.parse(lastAt), now, locale, timeZone)}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function whyWords(why: string): string {
  switch (why) {
    case "unknown":
      return __(
        "It leads here and is none of yours, or no longer: release it at the carrier, or import it.",
        "ringtrail",
      );
    case "resting":
      return __("It rests before it is given back, and still has callers: find who shows it, or keep it.", "ringtrail");
    case "unvisited":
      return __(
        "No visit was shown it for long: it may stand in a directory. Search for it, and have it taken out.",
        "ringtrail",
      );
    default:
      return why;
  }
}
