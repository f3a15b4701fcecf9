import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../parts/field.tsx";

/** A field for a password: the one a person has, or a new one. */
export function PasswordField(props: {
  readonly label?: string;
  readonly isNew?: boolean;
  readonly hint?: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly onWrite: (password: string) => void;
}): ReactNode {
  const { label = __("Your password", "ringtrail"), isNew = false, hint, value, problem, onWrite } = props;
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(attributes) => (
        <input
          {...attributes}
          type="password"
          aria-required
          autoComplete={isNew ? "new-password" : "current-password"}
          value={value}
          onChange={(event) => onWrite(event.target.value)}
        />
      )}
    </Field>
  );
}
