import type { ReactNode } from "react";
import type { AnnouncementsApi } from "../../frame/host.tsx";
import { Field } from "../../parts/field.tsx";
import type { Words } from "./announcement-draft.ts";
import { SoundChoice } from "./sound-choice.tsx";

/** The words, and how they are spoken. */
export function WordsField(props: {
  readonly api: AnnouncementsApi;
  readonly label: string;
  readonly hint?: string;
  readonly words: Words;
  /** The path of the words in a call flow: `announcement.short`. */
  readonly path: string;
  readonly problemOf: (path: string) => string | undefined;
  readonly onWrite: (words: Words) => void;
}): ReactNode {
  const { api, label, hint, words, path, problemOf, onWrite } = props;
  return (
    <>
      <Field label={label} hint={hint} problem={problemOf(`${path}.text`)}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={2}
            lang={words.language}
            value={words.text}
            onChange={(event) => onWrite({ ...words, text: event.target.value })}
          />
        )}
      </Field>
      <SoundChoice
        api={api}
        words={words}
        problem={problemOf(`${path}.sound`)}
        onChoose={(sound) => onWrite({ ...words, sound })}
      />
    </>
  );
}
