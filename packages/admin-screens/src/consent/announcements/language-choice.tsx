import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { useHost } from "../../frame/host.tsx";
import { Field } from "../../parts/field.tsx";

/** Languages offered by name; a flow may be in any other, which then stands among them. */
const offered = [
  "en-US",
  "es-US",
  "en-GB",
  "en-AU",
  "fr-CA",
  "fr-FR",
  "de-DE",
  "it-IT",
  "nl-NL",
  "pt-BR",
  "pt-PT",
  "es-ES",
  "es-MX",
  "nb-NO",
  "sv-SE",
  "da-DK",
  "fi-FI",
  "pl-PL",
  "ja-JP",
  "ko-KR",
  "zh-CN",
];

/** The language the words are in: the telephone company's voice speaks it. */
export function LanguageChoice(props: {
  readonly language: string;
  readonly problem: string | undefined;
  readonly onChoose: (language: string) => void;
}): ReactNode {
  const { language, problem, onChoose } = props;
  const { locale } = useHost();
  return (
    <Field label={__("Language", "ringtrail")} problem={problem}>
      {(attributes) => (
        <select {...attributes} value={language} onChange={(event) => onChoose(event.target.value)}>
          {[...new Set([language, ...offered])].map((tag) => (
            <option key={tag} value={tag}>
              {nameOf(tag, locale)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A tag that is none is shown as it is: the API takes any text here. */
function nameOf(tag: string, locale: string | undefined): string {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
