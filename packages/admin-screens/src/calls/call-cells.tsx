import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatLength } from "../format/format-length.ts";
import { formatPhone } from "../format/format-phone.ts";
import { formatShare } from "../format/format-share.ts";
import { formatAgo, formatDateTime } from "../format/format-time.ts";
import { useHost } from "../frame/host.tsx";
import { Link } from "../parts/link.tsx";
import { Pill } from "../parts/pill.tsx";
import { ShareBar } from "../parts/share-bar.tsx";
import { useNow } from "../parts/use-now.ts";
import type { CallSummary } from "@ringtrail/api-contract";
import { matchWords } from "../words/match-words.ts";
import { outcomeWords } from "../words/outcome-words.ts";
import { touchWords } from "../words/touch-words.ts";

/** When it rang, and on which number. Its link leads to the call's page, wherever in the row one presses. */
export function WhenCell(props: { readonly call: CallSummary }): ReactNode {
  const { call } = props;
  const { locale, timeZone } = useHost();
  const outcome = outcomeWords(call.state);
  const now = useNow(outcome.isLive ? 1_000 : 30_000);
  const rangAt = Date.parse(call.rangAt);
  return (
    <div className="rt-when" data-live={outcome.isLive ? "" : undefined}>
      <Link to={{ screen: "call", call: call.id }}>
        <time dateTime={call.rangAt} title={formatDateTime(rangAt, locale, timeZone)}>
          {formatAgo(rangAt, now, locale, timeZone)}
        </time>
      </Link>
      <div className="rt-faint">{formatPhone(call.number)}</div>
    </div>
  );
}

/** How it ended, or where it is now. */
export function OutcomeCell(props: { readonly call: CallSummary }): ReactNode {
  const { call } = props;
  const outcome = outcomeWords(call.state);
  const now = useNow(outcome.isLive ? 1_000 : 30_000);
  return (
    <div className="rt-outcome">
      <Pill tone={outcome.tone} beats={outcome.isLive}>
        {outcome.words}
      </Pill>
      {call.state.spam?.flagged === true ? <Pill tone="bad">{__("Spam", "ringtrail")}</Pill> : null}
      <div className="rt-faint">{lengthShown(call, now)}</div>
    </div>
  );
}

/** The first page the visit saw. */
export function LandingCell(props: { readonly call: CallSummary }): ReactNode {
  const { landingPath } = props.call;
  return (
    <div className="rt-landing" data-empty={landingPath === undefined ? "" : undefined}>
      {landingPath === undefined ? (
        <span className="rt-faint">–</span>
      ) : (
        <span className="rt-mono rt-break">{landingPath}</span>
      )}
    </div>
  );
}

/** Whom the call is credited to. */
export function SourceCell(props: { readonly call: CallSummary }): ReactNode {
  const { touch } = props.call;
  if (touch === undefined) return <div className="rt-source rt-faint">{__("Not known", "ringtrail")}</div>;
  const { headline, details } = touchWords(touch);
  return (
    <div className="rt-source">
      <div className="rt-break">{headline}</div>
      {details === "" ? null : <div className="rt-faint rt-break">{details}</div>}
    </div>
  );
}

/** How sure the credit is. */
export function SureCell(props: { readonly call: CallSummary }): ReactNode {
  const { matchKind, confidence } = props.call;
  const { locale } = useHost();
  if (matchKind === undefined || confidence === undefined) {
    return <div className="rt-sure rt-faint">{__("Working it out…", "ringtrail")}</div>;
  }
  return (
    <div className="rt-sure rt-match">
      <span>
        {formatShare(confidence, locale)} <span className="rt-faint">{matchWords(matchKind)}</span>
      </span>
      <ShareBar share={confidence} quiet={matchKind !== "exact" && matchKind !== "likely"} />
    </div>
  );
}

/** How long they talked; while they still talk, how long it has been. */
function lengthShown(call: CallSummary, now: number): string {
  if (call.state.phase === "talking" && call.state.answeredAt !== undefined) {
    return formatLength(now - Date.parse(call.state.answeredAt));
  }
  return call.state.talkMs > 0 ? formatLength(call.state.talkMs) : "";
}
