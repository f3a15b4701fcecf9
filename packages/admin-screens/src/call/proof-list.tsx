import type { ProofShown } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatClock } from "../format/format-time.ts";
import { useHost } from "../frame/host.tsx";

/** The links of the account's chain of proofs that this call added, with the beginning of each one's hash. */
export function ProofList(props: { readonly proofs: readonly ProofShown[] }): ReactNode {
  const { locale, timeZone } = useHost();
  const { proofs } = props;
  return (
    <details className="rt-proofs">
      {/* translators: %d: how many proofs. */}
      <summary>{sprintf(_n("%d proof", "%d proofs", proofs.length, "ringtrail"), proofs.length)}</summary>
      <ol>
        {proofs.map((proof) => (
          <li key={proof.sequence}>
            <span>
              {proofWords(proof.kind)} <span className="rt-mono rt-faint">{proof.hash.slice(0, 12)}</span>
            </span>
            <time className="rt-faint" dateTime={proof.at}>
              {formatClock(Date.parse(proof.at), locale, timeZone)}
            </time>
          </li>
        ))}
      </ol>
    </details>
  );
}

function proofWords(kind: ProofShown["kind"]): string {
  switch (kind) {
    case "decided":
      return __("Decided", "ringtrail");
    case "heard":
      return __("Notice heard", "ringtrail");
    case "agreed":
      return __("Caller agreed", "ringtrail");
    case "declined":
      return __("Caller did not agree", "ringtrail");
    case "told":
      return __("Business told", "ringtrail");
    case "repeated":
      return __("Notice heard inside the recording", "ringtrail");
    case "recording_started":
      return __("Recording began", "ringtrail");
    case "paused":
      return __("Recording paused", "ringtrail");
    case "resumed":
      return __("Recording went on", "ringtrail");
    case "unrecorded":
      return __("Not recorded", "ringtrail");
    case "refused":
      return __("Refused", "ringtrail");
    case "recording_allowed":
      return __("Recording allowed", "ringtrail");
  }
}
