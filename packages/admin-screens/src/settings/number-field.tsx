import { __, sprintf } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import { readNumberEntry } from "./number-entry.ts";

/** A field for a whole number that may stay empty. Out of bounds is said beside it while it is typed. */
export function NumberField(props: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly least: number;
  readonly most: number;
  readonly disabled?: boolean | undefined;
  readonly onWrite: (value: string) => void;
}): ReactNode {
  const { label, hint, value, least, most, disabled, onWrite } = props;
  return (
    <Field
      label={label}
      hint={hint}
      problem={
        readNumberEntry(value, least, most) === "wrong"
          ? /* translators: 1, 2: the least and the most of a number. */
            sprintf(__("Write a whole number from %1$d to %2$d, or leave it empty.", "ringtrail"), least, most)
          : undefined
      }
    >
      {(attributes) => (
        <input
          {...attributes}
          inputMode="numeric"
          autoComplete="off"
          disabled={disabled}
          value={value}
          onChange={({ target }) => onWrite(target.value)}
        />
      )}
    </Field>
  );
}
