import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { answerKinds, answerWords, type AnswerKind } from "../../words/answer-words.ts";
import { patternOf } from "./answer-patterns.tsx";

/** What each pattern of the map means, and how many places have it. */
export function AnswerKey(props: { readonly prefix: string; readonly kinds: readonly AnswerKind[] }): ReactNode {
  const { prefix, kinds } = props;
  return (
    <ul className="rt-key" aria-label={__("What the patterns mean", "ringtrail")}>
      {answerKinds.map((kind) => {
        const count = kinds.filter((one) => one === kind).length;
        return (
          <li key={kind} data-empty={count === 0 ? "" : undefined}>
            <svg width="30" height="20" aria-hidden="true">
              <rect width="30" height="20" rx="4" fill={patternOf(prefix, kind)} className="rt-swatch" />
            </svg>
            {
              /* translators: 1: what to do before a recording; 2: in how many places. */
              sprintf(__("%1$s: %2$d", "ringtrail"), answerWords(kind).words, count)
            }
          </li>
        );
      })}
    </ul>
  );
}
