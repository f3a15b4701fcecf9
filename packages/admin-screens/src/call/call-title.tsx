import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatPhone } from "../format/format-phone.ts";
import { formatDateTime } from "../format/format-time.ts";
import { useHost } from "../frame/host.tsx";
import { Pill } from "../parts/pill.tsx";
import type { CallDetail } from "@ringtrail/api-contract";
import { outcomeWords } from "../words/outcome-words.ts";

/** Who called which number when, and where the call is now. */
export function CallTitle(props: { readonly call: CallDetail }): ReactNode {
  const { call } = props;
  const { locale, timeZone } = useHost();
  const outcome = outcomeWords(call.state);
  return (
    <header className="rt-call-top">
      <div className="rt-call-title">
        <h1>{callerWords(call)}</h1>
        <span role="status">
          <Pill tone={outcome.tone} beats={outcome.isLive}>
            {outcome.words}
          </Pill>
        </span>
        {call.state.spam?.flagged === true ? <Pill tone="bad">{__("Spam", "ringtrail")}</Pill> : null}
      </div>
      <p className="rt-soft">
        {
          /* translators: 1: a phone number; 2: a date and time. */
          sprintf(
            __("called %1$s on %2$s", "ringtrail"),
            formatPhone(call.number),
            formatDateTime(Date.parse(call.rangAt), locale, timeZone),
          )
        }
      </p>
    </header>
  );
}

/** The caller's name and number, or as much of them as this person may see. */
function callerWords({ caller }: CallDetail): string {
  if (caller === undefined) return __("Caller not yet known", "ringtrail");
  if (caller.number === undefined) return caller.name ?? __("Number withheld", "ringtrail");
  const number = formatPhone(caller.number);
  return caller.name === undefined ? number : `${caller.name}, ${number}`;
}
