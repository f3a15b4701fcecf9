import type { ReactNode } from "react";
import { Field } from "../parts/field.tsx";

/** A whole number, as seconds are. An empty field is 0, which the API refuses beside the field. */
export function NumberField(props: {
  readonly label: string;
  readonly value: number;
  readonly problem: string | undefined;
  readonly onWrite: (value: number) => void;
}): ReactNode {
  const { label, value, problem, onWrite } = props;
  return (
    <Field label={label} problem={problem}>
      {(attributes) => (
        <input
          {...attributes}
          type="number"
          min={0}
          step={1}
          value={value === 0 ? "" : value}
          onChange={(event) => onWrite(Math.round(event.target.valueAsNumber) || 0)}
        />
      )}
    </Field>
  );
}
