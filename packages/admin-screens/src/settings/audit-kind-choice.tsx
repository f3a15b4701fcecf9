import type { AuditKindAsked } from "@ringtrail/api-contract";
import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../parts/field.tsx";

/** What the log shows: everything, or one kind of entry. */
export function AuditKindChoice(props: {
  readonly kind: AuditKindAsked | undefined;
  readonly onChoose: (kind: AuditKindAsked | undefined) => void;
}): ReactNode {
  const { kind, onChoose } = props;
  const choices: readonly (readonly [kind: AuditKindAsked, words: string])[] = [
    ["sign_in", __("Sign-ins", "ringtrail")],
    ["view", __("Looks at callers", "ringtrail")],
    ["play", __("Recordings played", "ringtrail")],
    ["export", __("Exports", "ringtrail")],
    ["break_glass", __("Break-glass access", "ringtrail")],
    ["key_use", __("Uses of API keys", "ringtrail")],
    ["notice", __("What the server noticed", "ringtrail")],
    ["setting", __("Changes", "ringtrail")],
  ];
  return (
    <div className="rt-form rt-own-form">
      <Field label={__("Show", "ringtrail")}>
        {(attributes) => (
          <select
            {...attributes}
            value={kind ?? ""}
            onChange={({ target: { value } }) => onChoose(choices.find(([one]) => one === value)?.[0])}
          >
            <option value="">{__("Everything", "ringtrail")}</option>
            {choices.map(([one, words]) => (
              <option key={one} value={one}>
                {words}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
