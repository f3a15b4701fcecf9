import type { Means } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../../parts/field.tsx";
import { answerKind, answerWords } from "../../words/answer-words.ts";
import { allMeans } from "./override-draft.ts";

/** What a call needs on the owner's word; empty where the law answers. */
export function AnswerChoice(props: {
  readonly label: string;
  readonly means: Means | "";
  readonly problem: string | undefined;
  readonly onChoose: (means: Means | "") => void;
}): ReactNode {
  const { label, means, problem, onChoose } = props;
  return (
    <Field label={label} problem={problem}>
      {(attributes) => (
        <select
          {...attributes}
          value={means}
          onChange={({ target: { value } }) => onChoose(allMeans.find((one) => one === value) ?? "")}
        >
          <option value="">{__("As the law says", "ringtrail")}</option>
          {allMeans.map((one) => (
            <option key={one} value={one}>
              {answerWords(answerKind(one, false)).words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
