import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatLength } from "../format/format-length.ts";
import { formatShare } from "../format/format-share.ts";
import { useHost } from "../frame/host.tsx";
import { useNow } from "../parts/use-now.ts";
import type { CallDetail, CallStateShown } from "@ringtrail/api-contract";
import { channelWords } from "../words/channel-words.ts";
import { matchWords } from "../words/match-words.ts";
import { touchWords } from "../words/touch-words.ts";

/** The answers people look for first, in one line: source, campaign, keyword, landing page, how sure, how long. */
export function CallFacts(props: { readonly call: CallDetail }): ReactNode {
  const { locale } = useHost();
  const { touch, landingPath, matchKind, confidence, state } = props.call;
  const now = useNow(state.phase === "talking" ? 1_000 : 60_000);
  const nothing = "–";
  const channel = touch === undefined ? undefined : channelWords(touch.channel);
  const origin = touch === undefined ? "" : touchWords(touch).origin;
  const facts: readonly (readonly [id: string, name: string, value: string, note?: string | undefined])[] = [
    [
      "source",
      __("Source", "ringtrail"),
      origin === "" ? (channel ?? nothing) : origin,
      origin === "" ? undefined : channel,
    ],
    ["campaign", __("Campaign", "ringtrail"), touch?.campaign ?? nothing],
    ["keyword", __("Keyword", "ringtrail"), touch?.keyword ?? nothing],
    ["landing", __("Landing page", "ringtrail"), landingPath ?? nothing],
    [
      "confidence",
      __("How sure", "ringtrail"),
      confidence === undefined ? nothing : formatShare(confidence, locale),
      matchKind === undefined ? undefined : matchWords(matchKind),
    ],
    ["talk", __("Talk time", "ringtrail"), talkShown(state, now) ?? nothing],
  ];
  return (
    <dl className="rt-card rt-facts">
      {facts.map(([id, name, value, note]) => (
        <div key={id} data-fact={id}>
          <dt>{name}</dt>
          <dd>{value}</dd>
          {note === undefined ? null : <dd className="rt-faint rt-note">{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

function talkShown(state: CallStateShown, now: number): string | undefined {
  if (state.phase === "talking" && state.answeredAt !== undefined)
    return formatLength(now - Date.parse(state.answeredAt));
  return state.talkMs > 0 ? formatLength(state.talkMs) : undefined;
}
