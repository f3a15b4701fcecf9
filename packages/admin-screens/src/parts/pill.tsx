import type { ReactNode } from "react";

/** The mood of a small thing: what it means is always said in words too. */
export type Tone = "plain" | "good" | "busy" | "bad" | "calm";

/** A word or two in a coloured lozenge; the dot beats while something is going on. */
export function Pill(props: {
  readonly tone: Tone;
  readonly beats?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <span className="rt-pill" data-tone={props.tone}>
      {props.tone === "plain" && !props.beats ? null : (
        <span className="rt-dot" data-beats={props.beats ? "" : undefined} aria-hidden="true" />
      )}
      {props.children}
    </span>
  );
}
