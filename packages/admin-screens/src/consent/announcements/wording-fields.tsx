import { __ } from "@wordpress/i18n";
import { useState, type ReactNode } from "react";
import type { AnnouncementsApi } from "../../frame/host.tsx";
import { Field } from "../../parts/field.tsx";
import { inLanguage, wordsOrNone, type Announcement } from "./announcement-draft.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { WordsField } from "./words-field.tsx";

/** One announcement: its words, their language, how definite they are, and the two sentences that go with them. */
export function WordingFields(props: {
  readonly api: AnnouncementsApi;
  readonly announcement: Announcement;
  /** The path of the announcement in a call flow. */
  readonly path: string;
  readonly problemOf: (path: string) => string | undefined;
  readonly onWrite: (announcement: Announcement) => void;
}): ReactNode {
  const { api, announcement, path, problemOf, onWrite } = props;
  const { language, manner } = announcement;
  const [isOpen, setIsOpen] = useState(false);
  const sentences = ["short", "question"] as const;
  const isWrongInside = sentences.some((name) =>
    [`${path}.${name}.text`, `${path}.${name}.sound`].some((part) => problemOf(part) !== undefined),
  );
  return (
    <>
      <WordsField
        api={api}
        label={__("Callers hear", "ringtrail")}
        words={announcement}
        path={path}
        problemOf={problemOf}
        onWrite={(words) => onWrite({ ...announcement, ...words })}
      />
      <div className="rt-wording-pair">
        <LanguageChoice
          language={language}
          problem={problemOf(`${path}.language`)}
          onChoose={(chosen) => onWrite(inLanguage(announcement, chosen))}
        />
        <Field
          label={__("The words say that the call", "ringtrail")}
          hint={__("Where “may be recorded” is refused, as in Norway, our own words are said instead.", "ringtrail")}
          problem={problemOf(`${path}.manner`)}
        >
          {(attributes) => (
            <select
              {...attributes}
              value={manner ?? ""}
              onChange={({ target: { value } }) =>
                onWrite({ ...announcement, manner: value === "is" || value === "may_be" ? value : undefined })
              }
            >
              <option value="">{__("as the text reads", "ringtrail")}</option>
              <option value="is">{__("is recorded", "ringtrail")}</option>
              <option value="may_be">{__("may be recorded", "ringtrail")}</option>
            </select>
          )}
        </Field>
      </div>
      <details
        className="rt-how rt-sentences"
        open={isOpen || isWrongInside}
        onToggle={(event) => setIsOpen(event.currentTarget.open)}
      >
        <summary>{__("The short notice and the question", "ringtrail")}</summary>
        <div>
          {sentences.map((name) => (
            <WordsField
              key={name}
              api={api}
              label={
                name === "short"
                  ? __("Said inside the recording, and to whoever answers", "ringtrail")
                  : __("Asked where the law wants a yes", "ringtrail")
              }
              hint={__("Empty: the sentence we ship, in English or Spanish.", "ringtrail")}
              words={announcement[name] ?? { text: "", language }}
              path={`${path}.${name}`}
              problemOf={problemOf}
              onWrite={(words) => onWrite({ ...announcement, [name]: wordsOrNone(words) })}
            />
          ))}
        </div>
      </details>
    </>
  );
}
