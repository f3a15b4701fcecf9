import type { ProofShown } from "@ringtrail/api-contract";
import { __, _n, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { formatClock } from "../format/format-time.ts";
import { useHost } from "../frame/host.tsx";

/** The links of the account's chain of proofs that this call added, with the beginning of each one's hash. */
export function ProofList(props: { readonly proofs: readonly ProofShown[] }): ReactNode {
  const { locale } = useHost();
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
              {formatClock(Date.parse(proof.at), locale)}
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
    case "refused":
      return __("Refused", "ringtrail");
    case "recording_allowed":
      return __("Recording allowed", "ringtrail");
  }
}
