import { __ } from "@wordpress/i18n";
import type { ReactNode } from "react";
import { Field } from "../parts/field.tsx";
import type { StepGround } from "./step-ground.ts";
import { stepTitle, wayWords } from "../words/step-words.ts";

/** Where a way leads: a list of all steps. */
export function WayChoice(props: {
  readonly ground: StepGround;
  readonly field: string;
  readonly next: string | undefined;
  /** The way may end the call instead of leading on. */
  readonly mayEnd?: boolean;
  readonly onChoose: (next: string | undefined) => void;
}): ReactNode {
  const { ground, field, next, mayEnd = false, onChoose } = props;
  const { steps, order, problemOf } = ground;
  const isLost = next !== undefined && !Object.hasOwn(steps.all, next);
  const lost = isLost ? __("The step it led to is gone: choose another.", "ringtrail") : undefined;
  return (
    <Field label={wayWords(field)} problem={problemOf(field) ?? lost}>
      {(attributes) => (
        <select
          {...attributes}
          value={next ?? ""}
          onChange={({ target: { value } }) => onChoose(value === "" ? undefined : value)}
        >
          {mayEnd ? <option value="">{__("The call ends", "ringtrail")}</option> : null}
          {isLost ? <option value={next}>{next}</option> : null}
          {order.map((name, nth) => {
            const kind = steps.all[name]?.kind;
            return kind === undefined ? null : (
              <option key={name} value={name}>
                {stepTitle(nth + 1, kind)}
              </option>
            );
          })}
        </select>
      )}
    </Field>
  );
}
