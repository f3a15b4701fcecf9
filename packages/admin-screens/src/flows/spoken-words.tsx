import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import type { Words } from "../consent/announcements/announcement-draft.ts";
import { LanguageChoice } from "../consent/announcements/language-choice.tsx";
import { WordsField } from "../consent/announcements/words-field.tsx";
import type { StepGround } from "./step-ground.ts";

/** What a step says, spoken or as a sound of the owner's. */
export function SpokenWords(props: {
  readonly ground: StepGround;
  readonly words: Words;
  readonly onWrite: (words: Words) => void;
}): ReactNode {
  const { ground, words, onWrite } = props;
  return (
    <>
      <WordsField
        api={ground.api}
        label={__("Callers hear", "ringtrail")}
        words={words}
        path="words"
        problemOf={ground.problemOf}
        onWrite={onWrite}
      />
      <LanguageChoice
        language={words.language}
        problem={ground.problemOf("words.language")}
        onChoose={(language) => onWrite({ ...words, language })}
      />
    </>
  );
}
