import type { ReactNode } from "react";
import { Pill } from "../parts/pill.tsx";
import { answerKind, answerWords } from "../words/answer-words.ts";

/** What a place or a call asks for, in a lozenge. */
export function AnswerPill(props: { readonly means: string; readonly inside?: boolean }): ReactNode {
  const { words, tone } = answerWords(answerKind(props.means, props.inside ?? false));
  return <Pill tone={tone}>{words}</Pill>;
}
