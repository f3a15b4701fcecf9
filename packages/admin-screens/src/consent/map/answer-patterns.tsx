import type { ReactNode } from "react";
import type { AnswerKind } from "../../words/answer-words.ts";

/** The address of a kind's pattern, for `fill`. */
export function patternOf(prefix: string, kind: AnswerKind): string {
  return `url(#${prefix}-${kind})`;
}

/** One pattern per kind of answer: hatching tells them apart where colours do not. Colours stand in the stylesheet. */
export function AnswerPatterns(props: { readonly prefix: string }): ReactNode {
  const pattern = (kind: AnswerKind, marks: ReactNode, turn = 0): ReactNode => (
    <pattern
      id={`${props.prefix}-${kind}`}
      width="9"
      height="9"
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${turn})`}
    >
      <rect width="9" height="9" className="rt-ground" data-kind={kind} />
      <g className="rt-marks" data-kind={kind}>
        {marks}
      </g>
    </pattern>
  );
  return (
    <defs>
      {pattern("silent", null)}
      {pattern("announce", <rect width="3" height="9" />, 45)}
      {pattern("inside", <path d="M0 0h3v9H0zM0 0h9v3H0z" />, 45)}
      {pattern("active_consent", <circle cx="4.5" cy="4.5" r="2.2" />)}
      {pattern("do_not_record", <rect width="9" height="2" />)}
    </defs>
  );
}
